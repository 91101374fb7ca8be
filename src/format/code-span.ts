import { singleLine } from "./single-line.ts";

/**
 * A text of foreign origin in Markdown: in a code span, where no mention, quick action, link, image, tag
 * or comment is one. The span lies on one line and cannot be left, since its marks are longer than any
 * run of backticks in it.
 */
export function codeSpan(text: string): string {
  const line = singleLine(text);
  if (line === "") return "` `";
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const mark = "`".repeat(longest + 1);
  // Markdown takes one space at either end away again.
  const space = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${mark}${space}${line}${space}${mark}`;
}
