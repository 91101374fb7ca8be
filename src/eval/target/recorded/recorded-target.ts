import type { TargetBase } from "../target-base.ts";
import type { TargetFact } from "../target-fact.ts";
import type { RecordedAnswers } from "./recorded-answers.ts";

/** Answers that some system gave before. */
export interface RecordedTarget extends TargetBase {
  readonly kind: "recorded";
  /** Text of the file, for the hash of what is run. */
  readonly text: string;
  readonly answers: RecordedAnswers;
  /** What every one of the answers tells. */
  readonly tells: ReadonlySet<TargetFact>;
}
