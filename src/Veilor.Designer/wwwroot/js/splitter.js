// Edges of panes that are drawn: with the pointer, with the arrow keys, Home and End, and back to where they were at first
// by a double click or Enter. What a person chose is kept in this browser. Style sheets hold the bounds, so that an edge
// which was drawn in a large window is inside of a small one.

const step = 16;
const property = "--pane-size";
const keyOf = handle => `veilor-designer.pane.${handle.dataset.splitter}`;
const paneOf = handle => document.getElementById(handle.getAttribute("aria-controls"));

function widthWith(pane, size) {
  pane.style.setProperty(property, `${size}px`);
  return Math.round(pane.getBoundingClientRect().width);
}

/** The least and the greatest width that the style sheets allow; the width itself stays as it is. */
function boundsOf(pane) {
  const size = pane.style.getPropertyValue(property);
  const bounds = [widthWith(pane, 0), widthWith(pane, 100000)];
  if (size) pane.style.setProperty(property, size);
  else pane.style.removeProperty(property);
  return bounds;
}

function tell(handle) {
  const pane = paneOf(handle);
  const [least, most] = boundsOf(pane);
  const now = Math.round(pane.getBoundingClientRect().width);
  handle.ariaValueMin = least;
  handle.ariaValueMax = most;
  handle.ariaValueNow = now;
  handle.ariaValueText = `${now} pixels`;
}

function set(handle, size, isKept) {
  const pane = paneOf(handle);
  const [least, most] = boundsOf(pane);
  const width = widthWith(pane, Math.min(Math.max(size, least), most));
  if (isKept) localStorage.setItem(keyOf(handle), width);
  tell(handle);
}

function reset(handle) {
  paneOf(handle).style.removeProperty(property);
  localStorage.removeItem(keyOf(handle));
  tell(handle);
}

/** Serves every splitter below an element, also those that come later. */
export function watchSplitters(root) {
  const handles = root.getElementsByClassName("splitter");
  const stopped = new AbortController();
  const on = (name, handler) => root.addEventListener(name, handler, { signal: stopped.signal });
  const handleOf = event => event.target.closest(".splitter");
  const signOf = handle => getComputedStyle(handle).direction === "rtl" ? -1 : 1;
  let drag = null;

  const meet = () => {
    for (const handle of handles) {
      if (handle.ariaValueNow !== null) continue;
      const kept = Number(localStorage.getItem(keyOf(handle)));
      if (kept > 0) paneOf(handle).style.setProperty(property, `${kept}px`);
      tell(handle);
    }
  };

  const end = isKept => {
    if (!drag) return;
    const { handle, from, width } = drag;
    drag = null;
    delete handle.dataset.dragging;
    if (width !== null) set(handle, isKept ? width : from, isKept);
  };

  on("pointerdown", event => {
    const handle = handleOf(event);
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    handle.dataset.dragging = "";
    drag = { handle, x: event.clientX, from: paneOf(handle).getBoundingClientRect().width, width: null };
  });
  on("pointermove", event => {
    if (!drag || event.clientX === drag.x && drag.width === null) return;
    drag.width = drag.from + (event.clientX - drag.x) * signOf(drag.handle);
    set(drag.handle, drag.width, false);
  });
  on("pointerup", () => end(true));
  on("pointercancel", () => end(false));
  on("dblclick", event => {
    const handle = handleOf(event);
    if (handle) reset(handle);
  });
  on("keydown", event => {
    const handle = handleOf(event);
    if (!handle || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = Number(handle.ariaValueNow);
    const sign = signOf(handle);
    if (event.key === "Escape" && drag) end(false);
    else if (event.key === "ArrowLeft") set(handle, now - step * sign, true);
    else if (event.key === "ArrowRight") set(handle, now + step * sign, true);
    else if (event.key === "Home") set(handle, Number(handle.ariaValueMin), true);
    else if (event.key === "End") set(handle, Number(handle.ariaValueMax), true);
    else if (event.key === "Enter") reset(handle);
    else return;
    event.preventDefault();
  });

  const comers = new MutationObserver(meet);
  comers.observe(root, { childList: true, subtree: true });
  const room = new ResizeObserver(() => [...handles].forEach(tell));
  room.observe(root);
  meet();
  return {
    stop() {
      stopped.abort();
      comers.disconnect();
      room.disconnect();
    },
  };
}
