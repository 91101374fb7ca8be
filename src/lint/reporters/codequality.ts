import { codeQualityReport, type CodeQualitySeverity } from "../../format/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintReporter } from "../lint-reporter.ts";
import { toldFindings } from "../reporting/told-findings.ts";

/** What GitLab shows in a merge request as changes of code quality. */
export const codequality: LintReporter = {
  id: "codequality",
  summary: "a Code Quality report for GitLab's merge request widget",
  format(report, options) {
    return codeQualityReport(
      toldFindings(report, options).map(({ found, path, fingerprint }) => ({
        description: `${found.message}; ${found.hint}`,
        checkName: found.rule,
        fingerprint,
        severity: severityOf(found),
        path,
        line: found.line,
      })),
    );
  },
};

/** A flow that the service refuses stops everybody; what a policy forbids outweighs what is bad style. */
function severityOf({ severity, origin }: Diagnostic): CodeQualitySeverity {
  if (severity === "error") return origin === "service" ? "blocker" : "critical";
  if (severity === "warning") return origin === "style" ? "minor" : "major";
  return "info";
}
