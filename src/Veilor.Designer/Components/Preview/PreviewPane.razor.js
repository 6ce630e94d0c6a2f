const currentClass = "line-current";

export function showTab(tabs) {
  tabs.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export function focusTab(tabs) {
  tabs.querySelector("[aria-selected=true]")?.focus();
}

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

// Brings lines that an edit made into view, unless the person is reading.
function followChanges(pane) {
  const observer = new MutationObserver(changes => {
    const lines = changes.flatMap(change => [...change.addedNodes]).filter(node => node.classList?.contains("line-new"));
    const code = lines[0]?.closest(".code");
    if (!code || code.matches(":hover, :focus, :focus-within")) return;
    const view = code.getBoundingClientRect();
    const isVisible = line => {
      const box = line.getBoundingClientRect();
      return box.top >= view.top && box.bottom <= view.bottom;
    };
    if (!lines.some(isVisible)) code.scrollTop += lines[0].getBoundingClientRect().top - view.top - view.height / 3;
  });
  observer.observe(pane, { childList: true, subtree: true });
  return observer;
}

// A click anywhere on a line follows its link; the arrow keys move along the lines and Enter follows. The lines are
// not tab stops of their own: a document has hundreds.
export function watchLines(tabs) {
  const pane = tabs.closest(".preview");

  const current = code => code.querySelector("." + currentClass);

  const move = (code, line) => {
    if (!line) return;
    current(code)?.classList.remove(currentClass);
    line.classList.add(currentClass);
    line.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const next = (line, step) => {
    do line = step > 0 ? line.nextElementSibling : line.previousElementSibling;
    while (line && !line.classList.contains("line"));
    return line;
  };

  const onClick = event => {
    const line = event.target.closest(".line");
    if (!line || event.target.closest("a") || String(getSelection()) !== "") return;
    line.querySelector("a")?.click();
  };

  const onKeyDown = event => {
    const code = event.target.closest(".code");
    if (!code || event.ctrlKey || event.metaKey || event.altKey) return;
    const line = current(code);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(code, line ? next(line, event.key === "ArrowDown" ? 1 : -1) : code.querySelector(".line"));
    } else if (event.key === "Enter" && line) {
      line.querySelector("a")?.click();
    } else {
      return;
    }
    event.preventDefault();
  };

  const observer = followChanges(pane);
  pane.addEventListener("click", onClick);
  pane.addEventListener("keydown", onKeyDown);
  return {
    stop() {
      observer.disconnect();
      pane.removeEventListener("click", onClick);
      pane.removeEventListener("keydown", onKeyDown);
    },
  };
}
