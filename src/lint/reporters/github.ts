import { type Annotation, singleLine, workflowCommand } from "../../format/index.ts";
import type { LintReporter } from "../lint-reporter.ts";
import { type ToldFinding, toldFindings } from "../reporting/told-findings.ts";
import type { Severity } from "../rule/severity.ts";

const levels: Readonly<Record<Severity, Annotation["level"]>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** Lines of a log that GitHub's runners turn into annotations. */
export const github: LintReporter = {
  id: "github",
  summary: "workflow commands, which GitHub shows beside the lines of a file",
  format(report, options) {
    return toldFindings(report, options)
      .map((told) => `${workflowCommand(annotationOf(told))}\n`)
      .join("");
  },
};

function annotationOf({ found, path }: ToldFinding): Annotation {
  const { severity, rule, code, line, column, endColumn, message, hint } = found;
  // An end at the beginning of a line is the end of the one before.
  const endLine = Math.max(line, found.endColumn > 1 ? found.endLine : found.endLine - 1);
  return {
    level: levels[severity],
    file: path,
    line,
    endLine,
    column,
    ...(endLine === line && { endColumn: Math.max(column, endColumn - 1) }),
    title: code === undefined ? rule : `${rule} (${code})`,
    message: `${singleLine(message)}\nhint: ${singleLine(hint)}`,
  };
}
