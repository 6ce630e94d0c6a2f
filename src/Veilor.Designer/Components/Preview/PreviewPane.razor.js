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
    return false;
  }
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

  pane.addEventListener("click", onClick);
  pane.addEventListener("keydown", onKeyDown);
  return {
    stop() {
      pane.removeEventListener("click", onClick);
      pane.removeEventListener("keydown", onKeyDown);
    },
  };
}
