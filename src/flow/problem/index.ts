export { compareProblems, type FlowProblem, problemError } from "./flow-problem.ts";
