// Elements carry the path of the field they edit as their id: storage.partitions[boot].size.
const focusable = 'input:not([type=hidden]), select, textarea, button, a[href], [tabindex]';

function* nearest(path) {
  yield path;
  const bracket = path.lastIndexOf(']');
  if (bracket >= 0) {
    if (bracket < path.length - 1) yield path.slice(0, bracket + 1);
    yield path.slice(0, path.indexOf('['));
  }
  const colon = path.indexOf(':');
  if (colon >= 0 && bracket < 0) {
    yield `${path.slice(0, colon)}:add`;
    yield path.slice(0, colon);
  }
}

/** True while the person has not gone on to something else: nothing has the keyboard, or the element that it was to leave. */
function isStill(from) {
  const active = document.activeElement;
  return !active || active === document.body || document.getElementById(from)?.contains(active) === true;
}

/** Brings the keyboard to a field. With the id of an element, only from there: an answer that comes late takes it from nobody. */
export function focusField(path, from) {
  if (from && !isStill(from)) return false;
  for (const id of nearest(path)) {
    const element = document.getElementById(id);
    if (!element) continue;
    const target = element.matches(focusable) ? element : element.querySelector(focusable) ?? element.closest(focusable);
    element.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
    return true;
  }
  return false;
}

// The control that has the keyboard, so that it can have it again when its row has moved.
export function activeId() {
  return document.activeElement?.id ?? '';
}
