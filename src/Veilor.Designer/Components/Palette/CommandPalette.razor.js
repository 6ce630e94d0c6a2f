// Opens the palette without a question to the server, and keeps what was chosen lately in the browser.
const storageKey = "veilor-designer-recent";
const mostRecent = 8;
const listKeys = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Enter"];

function readRecent() {
  try {
    const recent = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(recent) ? recent.filter(id => typeof id === "string").slice(0, mostRecent) : [];
  } catch {
    return [];
  }
}

function remember(id) {
  try {
    localStorage.setItem(storageKey, JSON.stringify([id, ...readRecent().filter(other => other !== id)].slice(0, mostRecent)));
  } catch {
    // A browser that keeps nothing forgets what was chosen; that is all that is lost.
  }
}

// What is pressed before the page has its circuit is not lost: the palette opens as soon as there is one.
let open = null;
let isWanted = false;

function askOpen() {
  if (open) open();
  else isWanted = true;
}

document.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  askOpen();
});

document.addEventListener("click", event => {
  if (event.target.closest?.("[data-palette-open]")) askOpen();
});

export function watchPalette(dialog, palette) {
  const input = dialog.querySelector("input");

  open = () => {
    if (dialog.open) {
      dialog.close();
      return;
    }

    // Over another dialog it would take the keyboard away from it.
    if (document.querySelector("dialog[open], .mud-dialog-container")) return;
    input.value = "";
    dialog.showModal();
    input.focus();
    palette.invokeMethodAsync("Opened", readRecent());
  };

  // The keys of the list must not move the caret.
  input.addEventListener("keydown", event => {
    if (listKeys.includes(event.key)) event.preventDefault();
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => palette.invokeMethodAsync("Closed"));
  if (isWanted) open();
  isWanted = false;
  return {
    reveal: id => document.getElementById(id)?.scrollIntoView({ block: "nearest" }),
    remember,
    close(id) {
      remember(id);
      dialog.close();
    },
    stop() {
      open = null;
    },
  };
}
