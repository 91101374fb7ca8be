export type { FlowChange, LowerVersion } from "./change/flow-change.ts";
export { type FlowIdentity, flowIdentity } from "./change/flow-identity.ts";
export { isReleasedFlow, nearestLower } from "./change/nearest-lower.ts";
export { createFlowShelf, type FlowShelf } from "./definitions/flow-shelf.ts";
export type { KnownDefinitions } from "./definitions/known-definitions.ts";
export type { Diagnostic } from "./diagnostic.ts";
export { fixFlow } from "./fix/fix-flow.ts";
export type { FixedText } from "./fix/fix-text.ts";
export { bundledKnowledge, toolKnowledge } from "./knowledge/index.ts";
export { lintReporters } from "./known-reporters.ts";
export { lintFiles, type LintSource } from "./lint-files.ts";
export type { LintCounts, LintedFile, LintReport } from "./lint-report.ts";
export type { LintReporter, LintReportOptions } from "./lint-reporter.ts";
export { type LintOptions, lintText } from "./lint-text.ts";
export { explainRule, rulePagePath } from "./page/index.ts";
export type { LintRule } from "./rule/lint-rule.ts";
export type { Origin, Severity } from "./rule/severity.ts";
export { rules } from "./rules/index.ts";
export {
  listRules,
  type ListedRule,
  readSeverities,
  ruleNameProblems,
  type Severities,
} from "./settings/index.ts";
