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

export function focusField(path) {
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
