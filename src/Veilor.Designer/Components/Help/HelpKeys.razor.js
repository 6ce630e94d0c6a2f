// The page that explains an element: it, or what it lies in, names a topic, a problem or a field.
function topicOf(element) {
  const place = element?.closest?.("[data-topic], [data-code], [data-field]");
  if (!place) return "";
  const { topic, code, field } = place.dataset;
  return topic ?? (code ? `code/${code}` : `field/${field.replace(/\[.*$/, "")}`);
}

const isText = element =>
  element instanceof HTMLTextAreaElement || element?.isContentEditable === true
  || (element instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(element.type));

export function watchHelp(component) {
  let opener = null;

  const open = topic => {
    const focused = document.activeElement;
    if (!focused?.closest?.(".help-panel")) opener = focused;
    component.invokeMethodAsync("OpenAsync", topic);
  };

  // A field with text that is dropped by Escape, a dialog or a list that is open has the key first.
  const isTaken = target => target?.closest?.("dialog, [role=dialog], .mud-popover-open, tr.row-draft, .find-bar, .help-panel") || (target?.closest?.(".adder") && target.value);

  // A panel that was opened a moment ago takes the keyboard only now, and would take it along when it goes.
  const leave = async () => {
    const focused = document.activeElement;
    await component.invokeMethodAsync("CloseAsync");
    const isLost = document.activeElement === document.body || document.activeElement?.closest(".help-panel");
    if (isLost && focused?.isConnected) focused.focus({ preventScroll: true });
  };

  const onKeyDown = event => {
    if (event.key === "Escape" && !event.defaultPrevented && document.querySelector(".help-panel") && !document.querySelector("dialog[open], .mud-dialog-container, .mud-popover-open") && !isTaken(event.target)) {
      leave();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isMark = event.key === "?" && !isText(event.target);
    if (!isMark && (event.key !== "F1" || event.shiftKey)) return;
    event.preventDefault();
    open(isMark ? "guide/keyboard" : topicOf(event.target));
  };

  const onClick = event => {
    const link = event.target.closest("[data-help]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link.dataset.help);
  };

  document.addEventListener("keydown", onKeyDown);
  document.addEventListener("click", onClick, true);
  document.body.dataset.helpReady = "";
  return {
    returnFocus() {
      if (opener?.isConnected) opener.focus();
      opener = null;
    },
    stop() {
      delete document.body.dataset.helpReady;
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("click", onClick, true);
    },
  };
}
