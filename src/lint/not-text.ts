import type { Diagnostic } from "./diagnostic.ts";
import type { LintOptions } from "./lint-text.ts";
import { ruleOfCode } from "./rules/index.ts";
import { withSeverities } from "./settings/severities.ts";

const code = "E01";

/** What is found in a file whose bytes are no UTF-8 text: the service cannot read it as YAML either. */
export function notText({ only, severities }: LintOptions): readonly Diagnostic[] {
  const rule = ruleOfCode(code);
  if (rule === undefined || only?.includes(rule.origin) === false) return [];
  const { id, severity, origin } = rule;
  const found: Diagnostic = {
    rule: id,
    code,
    severity,
    origin,
    message: "the file is not UTF-8 text",
    hint: "save it as UTF-8, or leave it out if it is no flow",
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    pointer: "",
  };
  return withSeverities([found], severities);
}
