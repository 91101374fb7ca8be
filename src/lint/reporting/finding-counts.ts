import type { LintReport } from "../lint-report.ts";
import type { Severity } from "../rule/severity.ts";

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Shows a part of the result; a terminal has a color for each severity and for "nothing found". */
type Show = (what: Severity | "nothing", text: string) => string;

/** The result in words: `2 errors, 1 warning in 1 of 3 files`. */
export function findingCounts(
  { files, counts }: LintReport,
  show: Show = (_, text) => text,
): string {
  const total = `${counts.files} ${counts.files === 1 ? "file" : "files"}`;
  const suppressed = counts.suppressed === 0 ? "" : `, ${counts.suppressed} suppressed`;
  const found = severities.filter((each) => counts[each] > 0);
  if (found.length === 0) return `${show("nothing", "nothing found")} in ${total}${suppressed}`;
  const amounts = found.map((each) => show(each, amount(counts[each], each))).join(", ");
  const affected = files.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const where = affected === counts.files ? total : `${affected} of ${total}`;
  return `${amounts} in ${where}${suppressed}`;
}

/** `1 error`, `3 warnings`; information has no plural. */
function amount(number: number, severity: Severity): string {
  return `${number} ${severity}${number === 1 || severity === "info" ? "" : "s"}`;
}
