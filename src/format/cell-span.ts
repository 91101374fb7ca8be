import { codeSpan } from "./code-span.ts";

/**
 * A code span in a cell of a Markdown table. A bar would end the cell, in a code span as well, and a
 * backslash before it does not help where the text has one: it becomes a character that looks like it.
 */
export function cellSpan(text: string): string {
  return codeSpan(text.replaceAll("|", "\u{2502}"));
}
