import type { ToldAnswer } from "../told-answer.ts";

/** An answer that was recorded, with what was recorded along with it. */
export type RecordedAnswer = Omit<ToldAnswer, "waitMs">;
