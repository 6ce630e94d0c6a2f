// The card that explains a line: after the pointer rested on it, or with Space on the current line. It stays while the
// pointer is on it, so that its links can be reached, and goes with Escape.

import { indexOf } from "./rows.js";

const restBeforeShowing = 500;
const timeToReachIt = 250;
const gap = 4;

export function watchCard(root, pane) {
  const card = root.querySelector(".line-card");
  let line = null;
  let timer = 0;
  let returnTo = null;

  const isOpen = () => card.matches(":popover-open");

  const hide = () => {
    clearTimeout(timer);
    line = null;
    if (isOpen()) card.hidePopover();
    returnTo?.focus({ preventScroll: true });
    returnTo = null;
  };

  const place = (row, x) => {
    const box = row.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const below = box.bottom + gap;
    card.style.top = `${below + size.height <= innerHeight ? below : Math.max(gap, box.top - gap - size.height)}px`;
    card.style.left = `${Math.max(gap, Math.min(x, innerWidth - size.width - gap))}px`;
  };

  const show = async (row, x) => {
    const code = row.closest(".code");
    if (!code || !await pane.invokeMethodAsync("ExplainRow", code.dataset.view, indexOf(row))) return false;
    // Meanwhile a dialog or a menu may have come over the preview; the card would lie above it.
    if (!row.isConnected || document.querySelector(".mud-dialog-container, .mud-popover-open, dialog[open]")) return false;
    if (!isOpen()) card.showPopover();
    place(row, x);
    return true;
  };

  const onPointerOver = event => {
    if (event.target.closest(".line-card")) {
      clearTimeout(timer);
      return;
    }
    const row = event.target.closest(".code .line");
    if (row === line) return;
    clearTimeout(timer);
    line = row;
    if (!row) {
      if (isOpen() && !returnTo) timer = setTimeout(hide, timeToReachIt);
      return;
    }
    const x = event.clientX + 12;
    // An open card moves on at once only where the pointer rests; passing over lines on the way to it keeps it.
    timer = setTimeout(() => { if (line === row) show(row, x); }, isOpen() ? timeToReachIt : restBeforeShowing);
  };

  const onLeave = () => {
    clearTimeout(timer);
    line = null;
    if (isOpen() && !returnTo) timer = setTimeout(hide, timeToReachIt);
  };

  const onKeyDown = event => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    hide();
  };

  const onScroll = event => { if (event.target !== card && isOpen() && !returnTo) hide(); };
  const onPress = event => { if (isOpen() && !event.target.closest(".line-card")) hide(); };

  root.addEventListener("pointerover", onPointerOver, { passive: true });
  root.addEventListener("pointerleave", onLeave);
  root.addEventListener("keydown", onKeyDown, { capture: true });
  root.addEventListener("scroll", onScroll, { capture: true, passive: true });
  document.addEventListener("pointerdown", onPress);
  return {
    hide,
    /** Opens the card of a row for the keyboard, which it gets until Escape. */
    async open(row) {
      const code = row.closest(".code");
      if (!await show(row, row.querySelector(".line-text").getBoundingClientRect().left)) return;
      returnTo = code;
      card.querySelector("a, button")?.focus();
    },
    stop() {
      clearTimeout(timer);
      root.removeEventListener("pointerover", onPointerOver);
      root.removeEventListener("pointerleave", onLeave);
      root.removeEventListener("keydown", onKeyDown, { capture: true });
      root.removeEventListener("scroll", onScroll, { capture: true });
      document.removeEventListener("pointerdown", onPress);
    },
  };
}
