// A field that holds text which is not part of the design yet keeps its own undo: text that was refused, and text that
// waits in an "add" row.
function hasOwnText(target) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return target.isContentEditable === true;
  if (target.readOnly || ["checkbox", "radio", "button", "range"].includes(target.type)) return false;
  return target.getAttribute("aria-invalid") === "true"
    || (target.value !== "" && target.closest(".adder, [data-draft]") !== null)
    || target.closest("[role=dialog], dialog") !== null;
}

// An input of one line makes blanks of pasted line breaks, and several values would become one. The sign keeps them apart.
const lineBreak = " ⏎ ";

function pasteLines(event) {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.matches("[data-lines]")) return;
  const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/[\r\n]+/).map(line => line.trim()).filter(line => line !== "");
  if (lines.length < 2) return;
  event.preventDefault();
  input.setRangeText(lines.join(lineBreak), input.selectionStart, input.selectionEnd, "end");
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}

// Arrow keys, Home and End move along tabs and show what is there at once; the keyboard is on the new tab before the
// server has answered, so that a key that follows goes on from it.
function moveAlongTabs(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const tab = event.target.closest?.("[role=tab]");
  const tabs = [...tab?.closest("[role=tablist]")?.querySelectorAll("[role=tab]") ?? []];
  const at = tabs.indexOf(tab);
  const next = { ArrowRight: tabs[at + 1], ArrowLeft: tabs[at - 1], Home: tabs[0], End: tabs.at(-1) }[event.key];
  if (!next || next === tab) return;
  event.preventDefault();
  next.focus();
  next.click();
}

export function watchKeys(page) {
  const onKeyDown = event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isUndo = key === "z" && !event.shiftKey;
    const isRedo = (key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey);
    if (!(isUndo || isRedo) || hasOwnText(event.target)) return;
    event.preventDefault();
    page.invokeMethodAsync("Travel", isUndo);
  };
  document.addEventListener("keydown", onKeyDown);
  document.addEventListener("keydown", moveAlongTabs);
  document.addEventListener("paste", pasteLines);
  document.body.dataset.keysReady = "";
  return {
    stop() {
      delete document.body.dataset.keysReady;
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("keydown", moveAlongTabs);
      document.removeEventListener("paste", pasteLines);
    },
  };
}
