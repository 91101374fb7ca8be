import { displayWidth } from "../../core/text/display-width.ts";
import { printable } from "../../core/text/printable.ts";

/** A name of foreign origin on one line, at most so many columns wide; where it is cut, an ellipsis is the last. */
export function chartLabel(text: string, columns: number): string {
  // What cannot be shown is cut before it is looked at: a name may be a megabyte.
  const line = printable(text.slice(0, columns * 8))
    .replaceAll(/\s+/gu, " ")
    .trim();
  if (displayWidth(line) <= columns && text.length <= columns * 8) return line;
  let cut = "";
  let width = 0;
  for (const character of line) {
    width += displayWidth(character);
    if (width > columns - 1) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
