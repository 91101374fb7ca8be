export { judgeAnswer, type JudgeCall, type JudgeOptions } from "./judge-answer.ts";
export type { JudgeInput } from "./judge-input.ts";
export type { CriterionVerdict, Judgment } from "./verdict.ts";
