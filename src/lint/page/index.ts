export { explainRule, rulePagePath } from "./explain-rule.ts";
