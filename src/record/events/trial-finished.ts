import type { TrialKey } from "../trial-key.ts";
import type { TrialRecord } from "../trial-record.ts";

/** A message of the user with the answer to it. */
export interface ExchangeRecord {
  readonly user: string;
  readonly answer: string;
  /** How many tool calls the trial had made by then, from its start. */
  readonly calls: number;
}

export interface TrialFinished extends TrialKey {
  readonly type: "trial_finished";
  readonly at: string;
  readonly record: TrialRecord;
  /**
   * The conversation, in order: with the `tool_called` events it is all that a judge is shown. Not in the
   * record, as no report needs it. Left out where the trial was broken off, and in old journals.
   */
  readonly exchanges?: readonly ExchangeRecord[];
  /** What the user had said before the case began; left out where it began with the first exchange. */
  readonly earlier?: readonly string[];
}
