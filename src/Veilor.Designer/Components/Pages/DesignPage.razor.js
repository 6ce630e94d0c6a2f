// A field that holds text which is not part of the design yet keeps its own undo: text that was refused, and text that
// waits in an "add" row.
function hasOwnText(target) {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return target.isContentEditable === true;
  if (target.readOnly || ["checkbox", "radio", "button", "range"].includes(target.type)) return false;
  return target.getAttribute("aria-invalid") === "true"
    || (target.value !== "" && target.closest(".adder, [data-draft]") !== null)
    || target.closest("[role=dialog], dialog") !== null;
}

export function watchUndoKeys(page) {
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
  return { stop: () => document.removeEventListener("keydown", onKeyDown) };
}
