import { createRedactor } from "../core/secrets/redactor.ts";
import { toPointer } from "../core/text/pointer.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Finding } from "./rule/finding.ts";
import type { LintRule } from "./rule/lint-rule.ts";

/** What is wrong is often quoted, and may hold a secret: a report shows none. */
const redactor = createRedactor({ known: [] });

/** A finding of a rule as reports print it. */
export function diagnose({ id, origin, severity, docs }: LintRule, finding: Finding): Diagnostic {
  const { code, message, hint, at, range, fix } = finding;
  return {
    rule: id,
    ...(code !== undefined && { code }),
    severity: finding.severity ?? severity,
    origin,
    message: redactor.redact(message),
    hint: redactor.redact(hint ?? docs.repair),
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
    pointer: redactor.redact(toPointer(at)),
    ...(fix !== undefined && { fix }),
  };
}
