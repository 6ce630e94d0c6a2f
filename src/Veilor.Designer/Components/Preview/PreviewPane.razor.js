import { watchCard } from "../../js/preview/card.js";
import { hitPainter } from "../../js/preview/hits.js";
import { watchFields } from "../../js/preview/light.js";
import { numberOf, numberRows } from "../../js/preview/numbers.js";
import { codeOf, firstOf, indexOf, rowAt, rowsOf, scrollToRow, watchScrolling } from "../../js/preview/rows.js";
import { watchSplitters } from "../../js/splitter.js";

const timeOfCut = 1800;
// Buttons that go with what they close, and what has the keyboard then.
const heirs = {
  "close-beside": "[data-testid=split]",
  "compare-stop": ".preview-compare button",
  "compare-end": ".preview-compare button",
  "missing-close": ".code[data-view=main]",
};
const tabSelector = ".preview-tabs [aria-selected=true]";

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// The older way, for browsers that refuse the clipboard to scripts.
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return isCopied;
}

/** The address of what the page shows now, with a line of a file. */
function addressOf(path, number, from = location.href) {
  const address = new URL(from, location.href);
  const now = new URL(location.href);
  for (const key of ["doc", "beside", "against", "pin"]) {
    if (now.searchParams.has(key)) address.searchParams.set(key, now.searchParams.get(key));
  }
  address.searchParams.set("doc", path);
  address.searchParams.set("line", number);
  return address;
}

export function watch(root, pane) {
  const scrolling = watchScrolling(root, pane);
  const fields = watchFields(root, pane);
  const card = watchCard(root, pane);
  const hits = hitPainter(root);
  const splitters = watchSplitters(root);
  // The current line of each view, for the arrow keys. Its element is what counts while it is there: lines move.
  const current = new Map();

  const currentRow = code => {
    const known = current.get(code.dataset.view);
    if (!known || known.path !== code.dataset.path) return null;
    if (known.row.isConnected) return known.row;
    known.row = rowAt(code, known.index) ?? known.row;
    return known.row.isConnected ? known.row : null;
  };

  const setCurrent = (code, row) => {
    code.querySelectorAll("[data-current]").forEach(each => delete each.dataset.current);
    if (!row) return;
    row.dataset.current = "";
    current.set(code.dataset.view, { row, path: code.dataset.path, index: indexOf(row) });
  };

  // A line's link keeps what else the page shows: it is completed when it is used, so lines need not render for that.
  const completeLink = row => {
    const link = row.querySelector("a.line-number");
    if (!link) return null;
    const code = row.closest(".code");
    if (row.classList.contains("line-removed")) return link;
    link.href = code.dataset.view === "main"
      ? addressOf(code.dataset.path, numberOf(row), link.href)
      : (() => {
        const address = new URL(link.href);
        const now = new URL(location.href);
        address.searchParams.delete("doc");
        for (const key of ["doc", "beside", "against", "pin", "line"]) {
          if (now.searchParams.has(key)) address.searchParams.set(key, now.searchParams.get(key));
        }
        return address;
      })();
    return link;
  };

  const follow = async row => {
    const link = completeLink(row);
    if (!link) return;
    card.hide();
    if (root.classList.contains("preview-wide")) await pane.invokeMethodAsync("Narrow");
    link.click();
  };

  const onClick = event => {
    const leaving = Object.keys(heirs).find(id => event.target.closest(`[data-testid=${id}]`));
    if (leaving) root.querySelector(heirs[leaving])?.focus({ preventScroll: true });
    const copy = event.target.closest("[data-copy-line]");
    if (copy) {
      copyText(addressOf(copy.dataset.copyPath, copy.dataset.copyLine).href).then(isCopied => { if (isCopied) copy.textContent = "Copied"; });
      return;
    }
    if (event.target.closest(".line-card [data-help]")) {
      card.hide();
      return;
    }
    const link = event.target.closest("a[data-line-link]");
    if (link) {
      card.hide();
      link.href = addressOf(new URL(link.href).searchParams.get("doc"), link.dataset.lineLink, link.href);
      return;
    }
    const row = event.target.closest(".code .line");
    if (!row || event.target.closest("a, button") || String(getSelection()) !== "") return;
    setCurrent(row.closest(".code"), row);
    follow(row);
  };

  const onPointerDown = event => {
    const row = event.target.closest("a.line-number")?.closest(".line");
    if (!row) return;
    setCurrent(row.closest(".code"), row);
    completeLink(row);
  };

  const next = (row, step) => {
    do row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    while (row && !row.classList.contains("line"));
    return row;
  };

  /** Makes a row the current one; one that the page does not hold is asked for first. */
  const goToRow = async (code, index) => {
    if (!rowAt(code, index)) await pane.invokeMethodAsync("ShowRows", code.dataset.view, index, false);
    requestAnimationFrame(() => {
      const row = rowAt(code, index);
      if (!row) return;
      setCurrent(code, row);
      row.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  };

  const onCodeKey = (event, code) => {
    const row = currentRow(code);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const target = row ? next(row, step) : rowAt(code, firstOf(code));
      if (!target) return false;
      setCurrent(code, target);
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
      return true;
    }
    const end = { Home: 0, End: Number(code.dataset.total) - 1 }[event.key];
    if (end >= 0 && !event.target.closest("button, a")) {
      goToRow(code, end);
      return true;
    }
    if (event.key === "Enter" && row) {
      follow(row);
      return true;
    }
    if (event.key === " " && row && !event.target.closest("button, a")) {
      card.open(row);
      return true;
    }
    return false;
  };

  const onTreeKey = (event, item) => {
    const items = [...item.closest("[role=tree]").querySelectorAll("[role=treeitem]")];
    const at = items.indexOf(item);
    const isOpen = item.getAttribute("aria-expanded");
    const target = { ArrowDown: items[at + 1], ArrowUp: items[at - 1], Home: items[0], End: items.at(-1) }[event.key];
    if (target) target.focus();
    else if ((event.key === "ArrowRight" && isOpen === "false") || (event.key === "ArrowLeft" && isOpen === "true")) item.click();
    else if (event.key === "ArrowLeft") items.slice(0, at).findLast(each => each.ariaLevel < item.ariaLevel)?.focus();
    else return false;
    return true;
  };

  const onKeyDown = event => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    const isFind = event.target.id === "find-text";
    const [code, item] = [event.target.closest(".code"), event.target.closest("[role=treeitem]")];
    let isTaken = true;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && event.target.matches(".preview-tab")) {
      // Browsers make no click of it.
      event.target.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "f") {
      const selected = String(getSelection());
      pane.invokeMethodAsync("Find", selected.includes("\n") ? "" : selected);
    } else if (event.key === "F3" || (isFind && event.key === "Enter")) {
      pane.invokeMethodAsync("FindNext", event.shiftKey);
    } else if (event.key === "Escape" && root.querySelector(".find")) {
      pane.invokeMethodAsync("EndFind");
    } else {
      isTaken = isPlain && ((code !== null && onCodeKey(event, code)) || (item !== null && onTreeKey(event, item)));
    }
    if (isTaken) event.preventDefault();
  };

  // Where lines were taken away, the line behind them shows it for a moment. Rows that leave at an edge of what the
  // page holds are not meant: they went because of scrolling.
  const markCuts = changes => {
    for (const { removedNodes, nextSibling, previousSibling } of changes) {
      const isCut = [...removedNodes].some(node => node.classList?.contains("line")) && nextSibling?.classList?.contains("line")
        && (previousSibling?.classList?.contains("line") || firstOf(nextSibling.closest(".code")) === 0);
      if (!isCut || nextSibling.classList.contains("line-new")) continue;
      nextSibling.dataset.cut = "";
      setTimeout(() => delete nextSibling.dataset.cut, timeOfCut);
    }
  };

  // Brings lines that an edit made into view, unless the person is reading.
  const followChanges = changes => {
    const rows = changes.flatMap(change => change.type === "attributes" ? [change.target] : [...change.addedNodes]).filter(node => node.classList?.contains("line-new"));
    for (const code of new Set(rows.map(row => row.closest(".code")).filter(Boolean))) {
      const first = rows.find(row => row.closest(".code") === code);
      if (!code.matches(":hover, :focus, :focus-within")) scrollToRow(code, indexOf(first));
    }
  };

  const observer = new MutationObserver(changes => {
    root.querySelectorAll(".code").forEach(numberRows);
    const inRows = changes.filter(change => change.target.classList?.contains("code-rows"));
    markCuts(inRows);
    followChanges(changes.filter(change => change.target.matches?.(".code-rows, .line")));
    if (hits.hasHits()) hits.paint();
    root.querySelectorAll(".code").forEach(code => {
      const row = currentRow(code);
      if (row && !("current" in row.dataset)) setCurrent(code, row);
    });
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ["data-before", "class"] });
  root.querySelectorAll(".code").forEach(numberRows);
  root.addEventListener("click", onClick);
  root.addEventListener("pointerdown", onPointerDown);
  root.addEventListener("keydown", onKeyDown);
  root.dataset.ready = "";

  return {
    showTab: () => root.querySelector(tabSelector)?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    focusFind() {
      const input = root.querySelector("#find-text");
      input?.focus();
      input?.select();
    },
    leaveFind: () => codeOf(root, "main")?.focus({ preventScroll: true }),
    paintHits: places => hits.set(places),
    follow(view, row) {
      const code = codeOf(root, view);
      if (code) scrolling.follow(code, row);
    },
    reveal(view, index) {
      const code = codeOf(root, view);
      if (!code) return;
      scrollToRow(code, index);
      const row = rowAt(code, index);
      if (row) setCurrent(code, row);
    },
    stop() {
      observer.disconnect();
      for (const part of [scrolling, fields, card, hits, splitters]) part.stop();
      root.removeEventListener("click", onClick);
      root.removeEventListener("pointerdown", onPointerDown);
      root.removeEventListener("keydown", onKeyDown);
    },
  };
}
