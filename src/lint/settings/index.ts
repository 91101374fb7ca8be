export { listRules, type ListedRule } from "./list-rules.ts";
export { readSeverities } from "./read-severities.ts";
export { ruleNameProblems } from "./rule-problems.ts";
export type { Severities } from "./severities.ts";
