// The rows of a file. The page may hold a stretch of a long file only; the rest is empty room of the same height, and
// the rows for it are asked for when they come into view.

const margin = 12;

export const codeOf = (root, view) => root.querySelector(`.code[data-view="${view}"]`);

export const rowsOf = code => [...code.querySelector(".code-rows").children].filter(row => row.classList.contains("line"));

export const firstOf = code => Number(code.dataset.first);

export const rowHeight = code => parseFloat(getComputedStyle(code).lineHeight);

/** The element of a row, counted from 0; undefined when the page does not hold it. */
export const rowAt = (code, index) => rowsOf(code)[index - firstOf(code)];

/** The index of a row's element. */
export const indexOf = row => firstOf(row.closest(".code")) + rowsOf(row.closest(".code")).indexOf(row);

export function isVisible(code, row) {
  const view = code.getBoundingClientRect();
  const box = row.getBoundingClientRect();
  return box.top >= view.top && box.bottom <= view.bottom;
}

/** Scrolls so that a row stands at a third of the height, unless it is in view. */
export function scrollToRow(code, index) {
  const row = rowAt(code, index);
  if (row && isVisible(code, row)) return;
  const top = row
    ? code.scrollTop + row.getBoundingClientRect().top - code.getBoundingClientRect().top
    : index * rowHeight(code);
  code.scrollTop = Math.max(0, top - code.clientHeight / 3);
}

/** The row at the upper edge of what is in view; one that the page does not hold is estimated. */
function topRow(code) {
  const [above, held] = code.children;
  const height = rowHeight(code);
  if (code.scrollTop < above.offsetHeight) return Math.floor(code.scrollTop / height);
  const rows = rowsOf(code);
  const heldBottom = above.offsetHeight + held.offsetHeight;
  if (code.scrollTop >= heldBottom) return firstOf(code) + rows.length + Math.floor((code.scrollTop - heldBottom) / height);
  const top = code.getBoundingClientRect().top;
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].getBoundingClientRect().bottom > top) high = middle; else low = middle + 1;
  }
  return firstOf(code) + low;
}

/** Asks for rows while a long file is scrolled. One question at a time; the last position counts. */
export function watchScrolling(root, pane) {
  let isAsking = false;
  let isChange = false;

  const look = async code => {
    const total = Number(code.dataset.total);
    const held = rowsOf(code).length;
    if (isAsking || held >= total) return;
    const top = topRow(code);
    const bottom = top + Math.ceil(code.clientHeight / rowHeight(code));
    const first = firstOf(code);
    const isHeld = (top >= first + margin || first === 0) && (bottom <= first + held - margin || first + held >= total);
    if (isHeld) return;
    isAsking = true;
    try {
      await pane.invokeMethodAsync("ShowRows", code.dataset.view, top, isChange);
    } finally {
      isAsking = isChange = false;
    }
    requestAnimationFrame(() => code.isConnected && look(code));
  };

  const onScroll = event => event.target.classList?.contains("code") && requestAnimationFrame(() => event.target.isConnected && look(event.target));
  root.addEventListener("scroll", onScroll, { capture: true, passive: true });
  return {
    /** Brings what an edit changed into view, unless the person is reading. */
    follow(code, row) {
      if (code.matches(":hover, :focus, :focus-within")) return;
      isChange = true;
      scrollToRow(code, row);
    },
    stop: () => root.removeEventListener("scroll", onScroll, { capture: true }),
  };
}
