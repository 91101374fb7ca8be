import type { RunStarted } from "./events/index.ts";
import type { FlowCoverage } from "./flow-coverage.ts";
import type { Outcome } from "./outcome.ts";
import type { TrialRecord } from "./trial-record.ts";

/** A case of one target with all its trials, and what they come to. */
export interface CaseRecord {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  readonly tags: readonly string[];
  readonly critical: boolean;
  readonly require: number;
  /** Undefined while trials are missing and the outcome is not settled without them. */
  readonly outcome: Outcome | undefined;
  /** In the order of their numbers. */
  readonly trials: readonly TrialRecord[];
}

/** A run, folded from its journal. */
export interface RunRecord {
  readonly started: RunStarted;
  /** In suite, case, target order. */
  readonly cases: readonly CaseRecord[];
  /** `unfinished` when the journal has no last event. */
  readonly end: "done" | "interrupted" | "limit" | "unfinished";
  /** Where somebody asked to measure it; a journal alone does not know the flows. */
  readonly coverage?: readonly FlowCoverage[];
}

export type Gate = "pass" | "fail" | "undecided";
