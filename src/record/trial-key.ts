/** Which execution of which case an event belongs to. */
export interface TrialKey {
  readonly suite: string;
  readonly case: string;
  /** Name of the target; `default` where a suite has one only. */
  readonly target: string;
  /** From 0. */
  readonly trial: number;
}
