import { spaceStart } from "./py-space.ts";

/**
 * Where a line, of which only white space stands before `at`, is to be cut; undefined where anything else
 * does. Lines of JSON inside text begin after a written `\n`. What lies before `from` is not looked at.
 */
export function blankLineStart(text: string, at: number, from: number): number | undefined {
  const start = spaceStart(text, at, from);
  if (start === 0 || (start >= from + 2 && text.slice(start - 2, start) === "\\n")) return start;
  const newline = text.slice(start, at).indexOf("\n");
  return newline < 0 ? undefined : start + newline + 1;
}
