// Scrolling is the browser's business; everything else about the log is the server's.

const backwardKeys = new Set(["ArrowUp", "PageUp", "Home"]);

/** Tells the component when the person scrolls back, by wheel, key, touch or scroll bar. */
export function attach(pane, component) {
  const leave = () => component.invokeMethodAsync("LeaveEnd");
  pane.addEventListener("wheel", event => { if (event.deltaY < 0) leave(); }, { passive: true });
  pane.addEventListener("keydown", event => { if (backwardKeys.has(event.key)) leave(); });
  pane.addEventListener("touchmove", leave, { passive: true });
  pane.addEventListener("pointerdown", event => { if (event.target === pane) leave(); });
}

export function showEnd(pane) {
  pane.scrollTop = pane.scrollHeight;
}

export function showTop(pane) {
  pane.scrollTop = 0;
}

/** Brings line `number` to a third of the pane's height. Wrapped rows are found by their attribute, others by arithmetic. */
export function showLine(pane, number, rowHeight, isWrapped) {
  if (isWrapped) {
    pane.querySelector(`[data-line="${Number(number)}"]`)?.scrollIntoView({ block: "center" });
  } else {
    pane.scrollTop = Math.max(0, (number - 1) * rowHeight - pane.clientHeight / 3);
  }
}
