import { displayWidth } from "../../core/text/display-width.ts";
import { printable } from "../../core/text/printable.ts";

/**
 * A name of foreign origin on one line, at most so many columns wide. It is cut in its middle, since names
 * that belong together begin alike: an ellipsis stands there.
 */
export function chartLabel(text: string, columns: number): string {
  // What cannot be shown is cut before it is looked at: a name may be a megabyte.
  const most = columns * 8;
  const ends = text.length <= most ? text : text.slice(0, most / 2) + text.slice(-most / 2);
  const line = printable(ends).replaceAll(/\s+/gu, " ").trim();
  if (displayWidth(line) <= columns && text.length <= most) return line;
  const tail = beginning(Array.from(line).toReversed(), Math.floor((columns - 1) / 2));
  const head = beginning(Array.from(line), columns - 1 - displayWidth(tail.join("")));
  return `${head.join("").trimEnd()}…${tail.toReversed().join("").trimStart()}`;
}

/** As many of the characters as have room. */
function beginning(characters: readonly string[], columns: number): readonly string[] {
  let width = 0;
  const end = characters.findIndex((each) => (width += displayWidth(each)) > columns);
  return characters.slice(0, end < 0 ? characters.length : end);
}
