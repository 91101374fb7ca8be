export type { Diagnostic } from "./diagnostic.ts";
export type { LintCounts, LintedFile, LintReport } from "./lint-report.ts";
export { type LintOptions, lintText } from "./lint-text.ts";
export type { LintRule } from "./rule/lint-rule.ts";
export type { Origin, Severity } from "./rule/severity.ts";
export { ruleOfCode, rules } from "./rules/index.ts";
