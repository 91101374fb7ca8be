import type { TrialKey } from "../trial-key.ts";
import type { TrialRecord } from "../trial-record.ts";

export interface TrialFinished extends TrialKey {
  readonly type: "trial_finished";
  readonly at: string;
  readonly record: TrialRecord;
}
