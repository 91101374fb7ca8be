import type { FlowProblem } from "../problem/index.ts";

/** What is wrong with a part of many lines is shown at its first, and not as all of them. */
export function onFirstLine(
  problems: readonly FlowProblem[],
  text: string,
): readonly FlowProblem[] {
  let lines: readonly string[] | undefined;
  return problems.map((problem) => {
    const { start, end } = problem.range;
    if (start.line === end.line) return { ...problem, range: { start, end } };
    lines ??= text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    const column = Math.max(start.column, (lines[start.line - 1] ?? "").trimEnd().length + 1);
    return { ...problem, range: { start, end: { line: start.line, column } } };
  });
}
