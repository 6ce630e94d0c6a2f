// Paints what a search found. The browser's highlights lie over the text, so no element of the page changes; where there
// are none, the lines of the hits are marked.

import { codeOf, rowAt } from "./rows.js";

const hasHighlights = typeof Highlight === "function" && CSS.highlights !== undefined;

function rangeOf(row, start, length) {
  const range = document.createRange();
  const walker = document.createTreeWalker(row.querySelector(".line-text"), NodeFilter.SHOW_TEXT);
  let at = 0;
  let isStarted = false;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const end = at + node.length;
    if (!isStarted && start < end) {
      range.setStart(node, start - at);
      isStarted = true;
    }
    if (isStarted && start + length <= end) {
      range.setEnd(node, start + length - at);
      return range;
    }
    at = end;
  }
  return null;
}

export function hitPainter(root) {
  let places = [];

  const paint = () => {
    const [all, current] = [[], []];
    for (const { view, triples, current: now } of places) {
      const code = codeOf(root, view);
      if (!code) continue;
      triples.forEach(([index, start, length], hit) => {
        const row = rowAt(code, index);
        if (!row?.querySelector(".line-text")) return;
        if (!hasHighlights) row.dataset.hit = "";
        const range = hasHighlights ? rangeOf(row, start, length) : null;
        if (range) (hit === now ? current : all).push(range);
      });
    }
    if (!hasHighlights) return;
    CSS.highlights.set("preview-hit", new Highlight(...all));
    const one = new Highlight(...current);
    one.priority = 1;
    CSS.highlights.set("preview-hit-current", one);
  };

  return {
    paint,
    set(found) {
      places = found;
      root.querySelectorAll("[data-hit]").forEach(row => delete row.dataset.hit);
      paint();
    },
    hasHits: () => places.length > 0,
    stop() {
      if (!hasHighlights) return;
      CSS.highlights.delete("preview-hit");
      CSS.highlights.delete("preview-hit-current");
    },
  };
}
