// Writes the numbers of lines. The server does not send them, so an edit costs nothing for the lines that only move; and
// counters of the style sheet would lay out every line again whenever one comes or goes.

/** Numbers the rows that a file holds. */
export function numberRows(code) {
  const rows = code.querySelector(".code-rows");
  let number = Number(rows.dataset.before);
  for (const row of rows.children) {
    if (row.dataset.lines) {
      number += Number(row.dataset.lines);
    } else if (row.classList.contains("line") && !row.classList.contains("line-removed")) {
      number += 1;
      const shown = row.querySelector(".line-number");
      if (shown.dataset.number !== String(number)) shown.dataset.number = number;
    }
  }
}

/** The number of a row. A row that is not of this side has that of the line before it. */
export function numberOf(row) {
  for (let each = row; each; each = each.previousElementSibling) {
    const number = each.querySelector(".line-number")?.dataset.number;
    if (number) return Number(number);
  }
  return Number(row.parentElement.dataset.before);
}
