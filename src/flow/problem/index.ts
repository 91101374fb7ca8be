export { compareProblems, type FlowProblem, problemError } from "./flow-problem.ts";
export { type FlowRule, flowRuleIds } from "./flow-rule.ts";
