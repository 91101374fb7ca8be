import type { Diagnostic, LintReport } from "../../../src/lint/index.ts";

/** So many findings are in a report for machines. The counts are of all. */
export const maxReported = 5000;
/** So many are shown to people: nobody repairs more of them at once. */
export const maxShown = 100;

const severities: readonly Diagnostic["severity"][] = ["error", "warning", "info"];

/** A report with its worst findings, of equally bad ones the first, at their places; and how many are left out. */
export function firstFindings(
  report: LintReport,
  max: number,
): { readonly report: LintReport; readonly more: number } {
  const all = report.files.flatMap(({ diagnostics }) => diagnostics);
  if (all.length <= max) return { report, more: 0 };
  const byWeight = severities.flatMap((wanted) =>
    all.filter(({ severity }) => severity === wanted),
  );
  const kept = new Set(byWeight.slice(0, max));
  const files = report.files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.filter((each) => kept.has(each)),
  }));
  return { report: { ...report, files }, more: all.length - max };
}
