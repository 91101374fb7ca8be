import type { Range } from "../../core/position.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import type { FlowProblem } from "../problem/index.ts";

/** Names come from the file, where they may be of any length. */
const maxChars = 1_000;

/**
 * Problems as they are shown: in one line of words, and, where a part of many lines is wrong, at its first.
 */
export function presentable(
  problems: readonly FlowProblem[],
  text: string,
): readonly FlowProblem[] {
  let lines: readonly string[] | undefined;
  return problems.map(({ rule, at, message, hint, range }) => {
    lines ??= text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    return {
      rule,
      at,
      message: oneLine(message),
      hint: hint === undefined ? undefined : oneLine(hint),
      range: onFirstLine(range, lines),
    };
  });
}

function oneLine(words: string): string {
  return clip(/[^\S ]| {2}/.test(words) ? foldWhitespace(words) : words, maxChars);
}

function onFirstLine({ start, end }: Range, lines: readonly string[]): Range {
  if (start.line === end.line) return { start, end };
  const length = (lines[start.line - 1] ?? "").trimEnd().length;
  return { start, end: { line: start.line, column: Math.max(start.column, length + 1) } };
}
