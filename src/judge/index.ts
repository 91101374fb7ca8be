export { askJury } from "./ask-jury.ts";
export type { JudgeCall, JudgeOptions } from "./judge-answer.ts";
export type { JudgeInput, ShownTrial } from "./judge-input.ts";
export type * from "./jury.ts";
export { juryIdentity, juryName, type JuryNames } from "./jury-identity.ts";
export type { Rubric } from "./rubric.ts";
export { presetRubric, presetRubrics } from "./rubric-presets.ts";
