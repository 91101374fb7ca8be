import { printable } from "../core/text/printable.ts";

/** The shortest fence there is. */
const minMarks = 3;

/**
 * A longer text of foreign origin in Markdown, in a fenced block. The fence is longer than any run of
 * backticks in the text. Each line is moved in: some readers of quick actions do not know about long
 * fences, and a quick action stands at the start of a line.
 */
export function codeFence(text: string): readonly string[] {
  const lines = printable(text.replaceAll(/\r\n?/g, "\n").trimEnd()).split("\n");
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const longest = runs.reduce((max, { length }) => Math.max(max, length), minMarks - 1);
  const mark = "`".repeat(longest + 1);
  return [mark, ...lines.map((line) => (line === "" ? line : `  ${line}`)), mark];
}
