// Lights the lines of the field under the pointer or with the keyboard, and the field of the line under the pointer.
// Lines name their fields (data-from), so one style rule does it without asking the server; it holds for lines that are
// rendered later too. Only the marks on the tabs are asked for: files that are not shown have no lines on the page.

import { codeOf, isVisible, rowAt, scrollToRow } from "./rows.js";

const restBeforeAsking = 70;
const pathPattern = /^[a-z_]+\.[a-z_]+/;

const quote = text => `"${text.replace(/["\\]/g, "\\$&")}"`;
const encode = path => path.replace(/\s/g, "␠");
const itemOf = path => path.slice(0, path.lastIndexOf("]") + 1);

/** An id without what a part of a control adds to it: packages.install[git]:remove. */
function pathOfId(id) {
  if (!pathPattern.test(id)) return null;
  const end = id.indexOf(":", id.lastIndexOf("]") + 1);
  return end < 0 ? id : id.slice(0, end);
}

/** The fields that an element of the form edits, as an attribute of lines names them. */
function fieldsOf(element) {
  for (let each = element; each && each.matches; each = each.parentElement) {
    if (each.matches(".preview, .editor-panes")) return null;
    const path = each.id ? pathOfId(each.id) : null;
    if (path) return encode(path);
    if (each.dataset.field) return each.dataset.field;
  }
  return null;
}

function selectorOf(field) {
  const parts = ["", "[", "."].flatMap(end => end === ""
    ? [`[data-from~=${quote(field)}]`]
    : [`[data-from^=${quote(field + end)}]`, `[data-from*=${quote(` ${field}${end}`)}]`]);
  const item = itemOf(field);
  if (item && item !== field) parts.push(`[data-from~=${quote(item)}]`);
  return parts.join(", ");
}

export function watchFields(root, pane) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let [hovered, focused, shown] = [null, null, null];
  let timer = 0;
  let litField = null;

  const clearMarks = () => document.querySelectorAll(".preview [data-lit]").forEach(each => delete each.dataset.lit);

  /** How many of the marked tabs are scrolled out of view stands on the button that shows all files. */
  const countHidden = () => {
    const tabs = root.querySelector("[role=tablist]");
    const box = tabs.getBoundingClientRect();
    const hidden = [...tabs.querySelectorAll("[data-lit]")].filter(tab => {
      const { left, right } = tab.getBoundingClientRect();
      return left > box.right - 8 || right < box.left + 8;
    }).length;
    if (hidden > 0) root.querySelector("[data-testid=tree-toggle]").dataset.lit = hidden;
  };

  const ask = async (fields, isFocus) => {
    const files = await pane.invokeMethodAsync("LinesOf", fields);
    if (fields !== shown) return;
    clearMarks();
    for (const { path, count, first, view } of files) {
      root.querySelectorAll(`[data-path=${quote(path)}]:is([role=tab], [role=treeitem])`).forEach(each => { each.dataset.lit = count; });
      const code = view && isFocus ? codeOf(root, view) : null;
      if (!code || first < 0 || code.matches(":hover, :focus, :focus-within")) continue;
      const row = rowAt(code, first);
      if (!row || !isVisible(code, row)) scrollToRow(code, first);
    }
    countHidden();
  };

  const show = () => {
    const fields = hovered ?? focused;
    if (fields === shown) return;
    shown = fields;
    clearTimeout(timer);
    if (!fields) {
      sheet.replaceSync("");
      clearMarks();
      return;
    }
    const selector = fields.split(" ").map(selectorOf).join(", ");
    sheet.replaceSync(`.preview .line:is(${selector}) { background: var(--line-lit); box-shadow: inset 3px 0 0 var(--mud-palette-primary); }
      .preview .line:is(${selector}) .line-number { background: var(--line-lit); box-shadow: inset 3px 0 0 var(--mud-palette-primary); }`);
    const isFocus = hovered === null;
    timer = setTimeout(() => ask(fields, isFocus), restBeforeAsking);
  };

  const lightField = line => {
    if (litField) delete litField.dataset.litField;
    litField = null;
    const first = line?.dataset.from?.split(" ")[0];
    if (!first) return;
    const item = itemOf(first);
    const field = first.replace(/\[.*$/, "");
    const elements = [...document.querySelectorAll(".editor-form [id], .editor-form [data-field]")];
    const ofPath = path => elements.find(each => encode(each.id) === path || each.dataset.field?.split(" ").includes(path));
    litField = ofPath(first) ?? (item ? ofPath(item) : null) ?? ofPath(field) ?? null;
    if (litField) litField.dataset.litField = "";
  };

  const onPointerOver = event => {
    hovered = event.target.closest(".preview") ? null : fieldsOf(event.target);
    lightField(event.target.closest(".preview .line"));
    show();
  };
  const onPointerLeave = () => {
    hovered = null;
    show();
  };
  const onFocusIn = event => {
    if (event.target.closest(".preview")) return;
    focused = fieldsOf(event.target);
    show();
  };

  document.addEventListener("pointerover", onPointerOver, { passive: true });
  document.documentElement.addEventListener("pointerleave", onPointerLeave);
  document.addEventListener("focusin", onFocusIn);
  // The field that the address names may have had the keyboard before.
  if (document.activeElement) focused = fieldsOf(document.activeElement);
  show();
  return {
    stop() {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onPointerOver);
      document.documentElement.removeEventListener("pointerleave", onPointerLeave);
      document.removeEventListener("focusin", onFocusIn);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
    },
  };
}
