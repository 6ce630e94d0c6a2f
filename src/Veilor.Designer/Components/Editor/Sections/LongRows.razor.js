// Tells which pieces of a long list are near the window, or hold the keyboard.

function scrollerOf(element) {
  for (let around = element; around; around = around.parentElement) {
    if (/(auto|scroll)/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}

export function watchPieces(root, rows) {
  const near = new Set();
  let told = "";
  let frame = 0;
  let [waiting, isBack] = [null, false];

  /** The Tab key was faster than the piece: it goes on when the rows come. */
  const arrive = event => {
    waiting = event.target.matches("[data-piece]") ? event.target : null;
    isBack = Boolean(waiting && event.relatedTarget && waiting.compareDocumentPosition(event.relatedTarget) & Node.DOCUMENT_POSITION_FOLLOWING);
    tell();
  };

  const goOn = () => {
    if (!waiting?.childElementCount) return;
    const stops = [...waiting.querySelectorAll("input, button, select, summary, a[href], [tabindex='0']")].filter(each => !each.disabled);
    const isHere = document.activeElement === waiting || document.activeElement === document.body;
    waiting = null;
    if (isHere) stops.at(isBack ? -1 : 0)?.focus();
  };

  const tell = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const shown = new Set([...near].filter(piece => piece.isConnected));
      const held = document.activeElement?.closest("[data-piece]");
      if (held && root.contains(held)) shown.add(held);
      const numbers = [...shown].map(piece => Number(piece.dataset.piece)).sort((one, other) => one - other);
      if (numbers.join() === told) return;
      told = numbers.join();
      const measured = {};
      for (const piece of root.children) {
        if (piece.childElementCount > 0) measured[piece.dataset.piece] = piece.getBoundingClientRect().height;
      }
      rows.invokeMethodAsync("Show", numbers, measured);
    });
  };

  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) near.add(entry.target);
      else near.delete(entry.target);
    }
    tell();
  }, { root: scrollerOf(root), rootMargin: "100% 0px" });

  // A search makes the list longer or shorter.
  const changes = new MutationObserver(() => {
    goOn();
    for (const piece of near) if (!piece.isConnected) near.delete(piece);
    for (const piece of root.children) observer.observe(piece);
    tell();
  });
  changes.observe(root, { childList: true, subtree: true });
  for (const piece of root.children) observer.observe(piece);
  root.addEventListener("focusin", arrive);
  return {
    stop() {
      cancelAnimationFrame(frame);
      observer.disconnect();
      changes.disconnect();
      root.removeEventListener("focusin", arrive);
    },
  };
}
