/**
 * What earlier runs say of a case that did not pass now: `new` where there is none; `regression` where it
 * fails more often than chance explains; `usual flake` where it failed before every now and then;
 * `fails as before` where it never passed; `too few trials` where chance may explain it all the same.
 */
export type HistoryVerdict =
  | "new"
  | "regression"
  | "usual flake"
  | "fails as before"
  | "too few trials";

/** What earlier runs of the same kind, on the same target, made of a case. */
export interface CaseHistory {
  /** Earlier runs that decided a trial of it. */
  readonly runs: number;
  /** Their decided trials, and how many of them passed. */
  readonly trials: number;
  readonly passes: number;
  /** Whether they ran another version of the case, its flow, its mocks or its models. */
  readonly changed: boolean;
  /** Only for a case that did not pass. */
  readonly verdict?: HistoryVerdict;
  /** Fisher's one-sided p-value of the hypothesis that the case does not fail more often than before. */
  readonly p?: number;
  /** Whether it both passed and failed in the same version, now or before: a case to look at, even where it passed. */
  readonly flaky: boolean;
}
