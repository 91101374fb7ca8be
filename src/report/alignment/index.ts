export { alignTranscripts } from "./align-transcripts.ts";
export type { AlignedStep } from "./aligned-step.ts";
export type { AlignedRow, Alignment, StepDifference } from "./alignment.ts";
