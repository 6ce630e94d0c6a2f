// Drags rows by their grip, within a list and from one list to another. The row itself stays until the server has moved
// it; a line shows where it would go.

export function watchRows(root, form) {
  let drag = null;

  const clear = () => root.querySelectorAll("[data-drop]").forEach(each => delete each.dataset.drop);

  /** The list under the pointer, and the place in it without the dragged row. */
  const placeAt = (x, y) => {
    const field = document.elementFromPoint(x, y)?.closest("[data-field]");
    if (!field || !root.contains(field)) return null;
    const rows = [...field.querySelectorAll(".row-item")].filter(row => row !== drag.row);
    const next = rows.find(row => {
      const box = row.getBoundingClientRect();
      return y < box.top + box.height / 2;
    });
    return { field, row: next ?? rows.at(-1), isAfter: !next, index: next ? rows.indexOf(next) : rows.length };
  };

  const onDown = event => {
    const grip = event.target.closest?.(".row-grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    const row = grip.closest(".row-item");
    drag = { row, script: row.dataset.item, from: row.closest("[data-field]").dataset.field, place: null };
    row.dataset.dragged = "";
    root.setPointerCapture(event.pointerId);
  };

  const onMove = event => {
    if (!drag) return;
    clear();
    drag.place = placeAt(event.clientX, event.clientY);
    if (!drag.place) return;
    (drag.place.row ?? drag.place.field).dataset.drop = drag.place.row ? (drag.place.isAfter ? "after" : "before") : "into";
  };

  const end = isKept => {
    if (!drag) return;
    clear();
    const { row, script, from, place } = drag;
    delete row.dataset.dragged;
    drag = null;
    if (isKept && place) form.invokeMethodAsync("Drop", script, from, place.field.dataset.field, place.index);
  };

  const onUp = () => end(true);
  const onCancel = () => end(false);
  const onKeyDown = event => {
    if (event.key === "Escape" && drag) end(false);
  };

  const listeners = { pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onCancel };
  for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener);
  document.addEventListener("keydown", onKeyDown);
  root.dataset.ready = "";
  return {
    stop() {
      for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener);
      document.removeEventListener("keydown", onKeyDown);
    },
  };
}
