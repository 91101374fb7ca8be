import { maskShapes } from "../../../src/core/secrets/mask-shapes.ts";
import type { SuiteProblem, ValidatedFile } from "../../../src/eval/index.ts";
import type { Diagnostic, LintReport } from "../../../src/lint/index.ts";

/** What was found in suites, in the shape in which findings in flows are reported. */
export function suiteReport(files: readonly ValidatedFile[]): LintReport {
  const suppressed = files.reduce((sum, each) => sum + each.suppressed, 0);
  const counts = { files: files.length, error: 0, warning: 0, info: 0, suppressed };
  for (const { problems } of files) for (const { severity } of problems) counts[severity] += 1;
  return {
    files: files.map(({ path, text, problems }) => ({
      path,
      text: problems.length === 0 ? "" : maskShapes(text),
      diagnostics: problems.map(diagnosticOf),
    })),
    counts,
  };
}

function diagnosticOf(problem: SuiteProblem): Diagnostic {
  const { rule, code, severity, message, hint, range, pointer } = problem;
  return {
    rule,
    ...(code !== undefined && { code }),
    severity,
    origin: "suite",
    message,
    hint,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    pointer,
  };
}
