import { expect, test } from "vitest";
import type { Diagnostic, LintReport } from "../../../src/lint/index.ts";
import { firstFindings } from "./first-findings.ts";

function found(severity: Diagnostic["severity"], line: number): Diagnostic {
  const range = { line, column: 1, endLine: line, endColumn: 2 };
  return { rule: "r", severity, origin: "suite", message: "m", hint: "h", pointer: "", ...range };
}

const report: LintReport = {
  files: [
    {
      path: "a",
      text: "",
      diagnostics: [found("info", 1), found("error", 2), found("warning", 3)],
    },
    { path: "b", text: "", diagnostics: [found("error", 1), found("warning", 2)] },
  ],
  counts: { files: 2, error: 2, warning: 2, info: 1, suppressed: 0 },
};

test.each<[max: number, kept: readonly (readonly number[])[], more: number]>([
  [
    5,
    [
      [1, 2, 3],
      [1, 2],
    ],
    0,
  ],
  [
    4,
    [
      [2, 3],
      [1, 2],
    ],
    1,
  ],
  [3, [[2, 3], [1]], 2],
  [1, [[2], []], 4],
])("of five findings the worst %i stay, at their places", (max, kept, more) => {
  const first = firstFindings(report, max);
  const lines = first.report.files.map(({ diagnostics }) => diagnostics.map(({ line }) => line));
  expect(lines).toEqual(kept);
  expect(first.more).toBe(more);
  expect(first.report.counts).toEqual(report.counts);
});
