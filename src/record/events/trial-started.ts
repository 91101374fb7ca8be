import type { TrialKey } from "../trial-key.ts";

export interface TrialStarted extends TrialKey {
  readonly type: "trial_started";
  readonly at: string;
}
