// Scrolling and selecting is the browser's business; everything else about the log is the server's.

const backwardKeys = new Set(["ArrowUp", "PageUp", "Home"]);
const movingKeys = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"]);

/**
 * Tells the component when the person scrolls back, by wheel, key, touch or scroll bar, and keeps a selection that reaches
 * over rows which do not exist any more: it is remembered as places in lines, drawn as far as rows exist, and copied from the log.
 */
export function attach(pane, component, textUrl) {
  const stopped = new AbortController();
  const on = (target, name, handler, options = {}) => target.addEventListener(name, handler, { signal: stopped.signal, ...options });
  const leave = () => {
    pane.dataset.follow = "false";
    component.invokeMethodAsync("LeaveEnd");
  };
  const selection = new LineSelection(pane, textUrl);

  on(pane, "wheel", event => { if (event.deltaY < 0) leave(); }, { passive: true });
  on(pane, "keydown", event => {
    if (backwardKeys.has(event.key)) leave();
    if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      selection.all();
    }
  });
  on(pane, "touchmove", leave, { passive: true });
  on(pane, "pointerdown", event => { if (event.target === pane) leave(); });
  on(document, "mousedown", event => { if (event.button === 0) selection.begin(event); });
  on(document, "mouseup", () => selection.end());
  on(document, "keydown", event => { if (event.shiftKey && movingKeys.has(event.key)) selection.extend(); });
  on(document, "keyup", () => selection.rest());
  on(document, "selectionchange", () => selection.follow());
  on(document, "copy", event => selection.copy(event));
  const rows = new MutationObserver(() => selection.draw());
  rows.observe(pane, { childList: true, subtree: true });
  // What comes and goes above the log changes the pane's height, and rows may be laid out later than the call that shows the end.
  const height = new ResizeObserver(() => { if (pane.dataset.follow === "true") showEnd(pane); });
  height.observe(pane);
  height.observe(pane.firstElementChild);
  // In a small window the steps are out of view while the end of the log is followed; what made the run fail is brought back.
  const failure = new MutationObserver(() => {
    if (!pane.classList.contains("log-failed")) return;
    failure.disconnect();
    if (pane.dataset.follow === "true") pane.closest(".run-now")?.querySelector(".run-step[data-state=Failed] .run-step-alert")?.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
  if (!pane.classList.contains("log-failed")) failure.observe(pane, { attributeFilter: ["class"] });
  return {
    filter(query) { selection.change(query); },
    stop() { stopped.abort(); rows.disconnect(); height.disconnect(); failure.disconnect(); },
  };
}

/** What is marked, as two places in lines. The anchor of a click stays, so that a later click with Shift reaches from it over whatever is between. */
class LineSelection {
  anchor = null;
  focus = null;
  left = null;
  isMoving = false;
  isByKey = false;
  isByWord = false;
  query = "";

  constructor(pane, textUrl) {
    this.pane = pane;
    this.textUrl = textUrl;
  }

  begin(event) {
    this.isMoving = this.pane.contains(event.target);
    if (!this.isMoving) {
      this.left = this.focus;
      this.focus = null;
      return;
    }

    const place = this.placeAt(event.clientX, event.clientY);
    this.isByWord = event.detail > 1;
    if (event.shiftKey && this.anchor && place) {
      // The browser reaches from its own anchor, which is lost with its row, so it gets one.
      this.focus = place;
      this.draw();
      return;
    }

    // Pressed on selected text the browser would drag that text; here a drag always selects.
    if (!this.isByWord) getSelection().removeAllRanges();
    // The browser's own anchor is lost with its row, so the place is taken where the button went down.
    this.anchor = place;
    this.focus = null;
  }

  end() {
    if (!this.isMoving) {
      // Pressed elsewhere, such as on a button: what the browser has left marked is still ours.
      const native = getSelection();
      if (this.left && !native.isCollapsed && this.pane.contains(native.focusNode)) this.focus = this.left;
      this.left = null;
      return;
    }

    // The browser tells of a change after the event that made it.
    this.follow();
    this.isMoving = false;
    if (this.focus && this.anchor?.line === this.focus.line && this.anchor.offset === this.focus.offset) this.focus = null;
  }

  /** The keyboard moves the end of what is marked, when something is. */
  extend() {
    this.isByKey = this.anchor !== null && this.focus !== null;
  }

  /** The key is up: what the browser's selection does now comes of rows that went. */
  rest() {
    this.follow();
    this.isByKey = false;
  }

  /** Other lines are shown: places in the old ones mean nothing. */
  change(query) {
    this.query = query;
    this.anchor = this.focus = null;
  }

  all() {
    this.anchor = { line: 1, offset: 0 };
    this.focus = { line: Number.MAX_SAFE_INTEGER, offset: Infinity };
    this.draw();
  }

  follow() {
    if (!this.isMoving && !this.isByKey) return;
    const native = getSelection();
    if (!native.focusNode || !this.anchor) return;
    // Words and lines are marked whole, so both ends are the browser's.
    if (this.isMoving && this.isByWord) this.anchor = this.placeOf(native.anchorNode, native.anchorOffset) ?? this.anchor;
    this.focus = this.placeOf(native.focusNode, native.focusOffset) ?? this.focus;
  }

  /** Puts the browser's selection where it is, after rows came and went. */
  draw() {
    if (!this.anchor || !this.focus) return;
    const rows = [...this.pane.querySelectorAll("[data-line]")];
    if (rows.length === 0) return;
    const from = this.pointOf(rows, this.anchor), to = this.pointOf(rows, this.focus);
    const native = getSelection();
    if (native.anchorNode === from.node && native.anchorOffset === from.offset && native.focusNode === to.node && native.focusOffset === to.offset) return;
    native.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  copy(event) {
    if (!this.anchor || !this.focus || event.target.closest?.("input, textarea")) return;
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a.line - b.line || a.offset - b.offset);
    event.preventDefault();
    navigator.clipboard.write([new ClipboardItem({ "text/plain": this.read(first, last) })]);
  }

  async read(first, last) {
    const response = await fetch(`${this.textUrl}?first=${first.line}&last=${last.line}${this.query}`);
    const lines = (await response.text()).split("\n");
    lines.pop();
    if (lines.length > 0) {
      lines[lines.length - 1] = lines[lines.length - 1].slice(0, last.offset);
      lines[0] = lines[0].slice(first.offset);
    }
    return new Blob([lines.join("\n")], { type: "text/plain" });
  }

  placeAt(x, y) {
    if (document.caretPositionFromPoint) {
      const caret = document.caretPositionFromPoint(x, y);
      return caret && this.placeOf(caret.offsetNode, caret.offset);
    }
    const caret = document.caretRangeFromPoint(x, y);
    return caret && this.placeOf(caret.startContainer, caret.startOffset);
  }

  /** A place as line and characters into it; null outside the rows. */
  placeOf(node, offset) {
    const row = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-line]");
    if (!row || !this.pane.contains(row)) return null;
    const text = row.querySelector(".log-text");
    const line = Number(row.dataset.line);
    if (!text.contains(node)) {
      const isBefore = (text.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      return { line, offset: isBefore ? 0 : text.textContent.length };
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    range.setEnd(node, offset);
    return { line, offset: range.toString().length };
  }

  /** Where a place is among the rows that exist; the nearest end when its own does not. */
  pointOf(rows, place) {
    const row = rows.find(item => Number(item.dataset.line) >= place.line);
    if (!row) return endOf(rows[rows.length - 1].querySelector(".log-text"));
    const text = row.querySelector(".log-text");
    if (Number(row.dataset.line) > place.line) return { node: text, offset: 0 };
    let left = place.offset;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) return { node: walker.currentNode, offset: left };
      left -= walker.currentNode.length;
    }
    return endOf(text);
  }
}

const endOf = node => ({ node, offset: node.childNodes.length });

export function showEnd(pane) {
  pane.scrollTop = pane.scrollHeight;
}

/**
 * The list asks for rows when one of its spacers comes into view. One that took the place of other rows under a view that stood
 * still may have asked for the wrong ones, and its spacer is in view already: it is told to look again until rows are seen.
 */
export async function settleRows(pane) {
  for (let seen = 0, looks = 0; seen < 6 && looks < 40; looks++) {
    await new Promise(done => setTimeout(done, 50));
    const view = pane.getBoundingClientRect();
    const isSeen = [...pane.querySelectorAll(".log-row")].map(row => row.getBoundingClientRect()).some(row => row.bottom > view.top && row.top < view.bottom);
    seen = isSeen ? seen + 1 : 0;
    // The list watches the attributes of its spacers for a change of their size.
    if (!isSeen) pane.querySelectorAll(":scope > div > div > [aria-hidden=true]").forEach(spacer => { spacer.dataset.look = looks; });
  }
}

/**
 * Brings a row to a third of the pane's height unless it is in view, and the pane into the window: a line that somebody asked for is seen.
 * Wrapped rows are found by their place, others by arithmetic.
 */
export function showRow(pane, index, rowHeight, isWrapped) {
  const top = isWrapped ? topOf(pane, pane.querySelectorAll(".log-row")[index]) : index * rowHeight;
  if (top < pane.scrollTop || top + rowHeight > pane.scrollTop + pane.clientHeight) {
    pane.scrollTop = Math.max(0, top - pane.clientHeight / 3);
  }
  pane.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
}

/** The row that the eye is on: the marked one when it is seen, else the first that is. Its index, its line, and how far below the pane's edge it is. */
export function placeOf(pane, rowHeight, isWrapped) {
  const rows = [...pane.querySelectorAll(".log-row")];
  const seen = rows.filter(row => topOf(pane, row) + row.offsetHeight > pane.scrollTop + 1 && topOf(pane, row) < pane.scrollTop + pane.clientHeight);
  const held = seen.find(row => row.classList.contains("log-current")) ?? seen[0];
  const line = Number((seen.includes(held) ? seen.slice(seen.indexOf(held)) : rows).find(row => row.dataset.line)?.dataset.line ?? 1);
  if (!held) return { row: isWrapped ? 0 : Math.floor(pane.scrollTop / rowHeight), line, offset: 0 };
  return { row: isWrapped ? rows.indexOf(held) : Math.round(topOf(pane, held) / rowHeight), line, offset: topOf(pane, held) - pane.scrollTop };
}

/**
 * Puts a row as far below the pane's edge as it was, whatever height the rows above it have now. One that begins above the edge by more
 * than it is high now, since it was wrapped before, begins at the edge: it stays the first that is seen.
 */
export function restorePlace(pane, index, offset, rowHeight, isWrapped) {
  const row = isWrapped ? pane.querySelectorAll(".log-row")[index] : null;
  const top = isWrapped ? topOf(pane, row) : index * rowHeight;
  const height = isWrapped ? row?.offsetHeight ?? rowHeight : rowHeight;
  pane.scrollTop = top - (offset < rowHeight / 2 - height ? 0 : offset);
}

/** Where a row begins in what the pane scrolls over, in pixels; its start when there is no such row. */
function topOf(pane, row) {
  if (!row) return 0;
  const padding = parseFloat(getComputedStyle(pane).paddingTop);
  return row.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientTop - padding + pane.scrollTop;
}
