// Lets the pointer drag the end of a partition, and keeps the keys that change a size from scrolling the page.

const resizing = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

export function watchDisk(figure, picture) {
  let drag = null;

  const handleOf = target => target.closest?.(".disk-handle");

  // One message under way at a time: the latest place counts, not every one on the way.
  const send = async () => {
    if (!drag || drag.isSending || drag.sent === drag.width) return;
    const current = drag;
    current.isSending = true;
    current.sent = current.width;
    await picture.invokeMethodAsync("Drag", current.name, current.width);
    current.isSending = false;
    if (drag === current) await send();
  };

  const end = async isKept => {
    if (!drag) return;
    const current = drag;
    drag = null;
    delete figure.dataset.dragging;
    if (isKept && current.sent !== current.width) await picture.invokeMethodAsync("Drag", current.name, current.width);
    await picture.invokeMethodAsync("Drop", isKept);
  };

  const onDown = event => {
    const handle = handleOf(event.target);
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    figure.dataset.dragging = "";
    drag = { name: handle.dataset.partition, from: event.clientX, bar: handle.closest(".disk-bar").clientWidth, width: 0, sent: 0, isSending: false };
  };

  const onMove = event => {
    if (!drag) return;
    drag.width = (event.clientX - drag.from) / drag.bar;
    send();
  };

  const onUp = () => end(drag?.width !== 0);
  const onCancel = () => end(false);

  const onKeyDown = event => {
    if (event.key === "Escape" && drag) {
      event.preventDefault();
      end(false);
    }
    if (resizing.has(event.key) && handleOf(event.target)) event.preventDefault();
  };

  figure.addEventListener("pointerdown", onDown);
  figure.addEventListener("pointermove", onMove);
  figure.addEventListener("pointerup", onUp);
  figure.addEventListener("pointercancel", onCancel);
  figure.addEventListener("keydown", onKeyDown);
  figure.dataset.ready = "";
  return {
    stop() {
      figure.removeEventListener("pointerdown", onDown);
      figure.removeEventListener("pointermove", onMove);
      figure.removeEventListener("pointerup", onUp);
      figure.removeEventListener("pointercancel", onCancel);
      figure.removeEventListener("keydown", onKeyDown);
    },
  };
}
