import type { Range } from "../position.ts";
import { clip } from "./clip.ts";
import { displayWidth } from "./display-width.ts";
import { printable } from "./printable.ts";

const defaultWidth = 120;
/** How much of a long line is shown before the place in question. */
const lead = 40;
/** How many characters are looked at for one that is shown: escape sequences take room and show nothing. */
const reach = 8;

/**
 * The line where a range begins, with a gutter, and the range underlined:
 *
 *       |
 *     7 |   tols: [get_issue]
 *       |   ^~~~
 *
 * Empty where the text has no such line. A range over several lines is underlined to the end of its first.
 */
export function codeFrame(text: string, range: Range): string {
  const line = text.split(/\r\n|\n|\r/u)[range.start.line - 1];
  return line === undefined ? "" : lineFrame(line, range);
}

/** The same for whoever has the line at hand, and has another width in mind; the gutter is beside it. */
export function lineFrame(line: string, range: Range, maxWidth: number = defaultWidth): string {
  const start = Math.min(Math.max(range.start.column - 1, 0), line.length);
  const end = range.end.line > range.start.line ? line.length : range.end.column - 1;
  const skipped = line.length > maxWidth ? Math.max(start - lead, 0) : 0;

  const markedEnd = Math.max(end, start);
  // Of the rest no more is looked at than may be shown, for a file may be one line of a megabyte.
  const last = start + maxWidth * reach;
  const before = shown(line.slice(skipped, start));
  const marked = shown(line.slice(start, Math.min(markedEnd, last)));
  const after = shown(line.slice(markedEnd, last));
  const prefix = skipped > 0 ? "…" : "";
  const room = maxWidth - displayWidth(prefix + before);

  const number = String(range.start.line);
  const gutter = " ".repeat(number.length);
  const source = `${prefix}${before}${clip(marked + after, room)}`;
  const mark = `^${"~".repeat(Math.max(Math.min(displayWidth(marked), room) - 1, 0))}`;
  const indent = " ".repeat(displayWidth(prefix + before));
  return [`${gutter} |`, `${number} | ${source}`, `${gutter} | ${indent}${mark}`].join("\n");
}

/** Tabs have no width of their own; as a space they keep the mark under the text. */
function shown(text: string): string {
  return printable(text).replaceAll("\t", " ");
}
