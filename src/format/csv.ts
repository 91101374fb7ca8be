import { printable } from "../core/text/printable.ts";

/** What a spreadsheet takes for a formula, also in its wide forms and after spaces. */
const formula = /^\s*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]|^[\t\r\n]/u;

/** A cell; `undefined` is an empty one. Numbers are ours, texts are foreign. */
export type CsvCell = string | number | undefined;

/** Rows as in RFC 4180, each cell in quotes. No text is a formula for a spreadsheet, or a control sequence. */
export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: CsvCell): string {
  if (cell === undefined) return '""';
  const text = typeof cell === "number" ? String(cell) : inert(cell);
  return `"${text.replaceAll('"', '""')}"`;
}

function inert(text: string): string {
  const shown = printable(text);
  return formula.test(text) || formula.test(shown) ? `'${shown}` : shown;
}
