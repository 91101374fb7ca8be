import type { CaseHistory } from "./case-history.ts";
import type { LimitHit, Quarantine, RunStarted } from "./events/index.ts";
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
  /** Where it is in quarantine, the case decides neither the gate nor a rate. */
  readonly quarantine?: Quarantine;
  /** It is of the target that gates hold the others against: it decides nothing by itself. */
  readonly reference?: true;
  /** Undefined while trials are missing and the outcome is not settled without them. */
  readonly outcome: Outcome | undefined;
  /** In the order of their numbers; where trials are curtailed, up to the one that settled the case. */
  readonly trials: readonly TrialRecord[];
  /** How many of the planned trials do not count, as the case was settled without them. */
  readonly curtailed?: number;
  /** Those of them that ran all the same: they were under way. Paid for, and not counted. */
  readonly surplus?: readonly TrialRecord[];
  /** How many of the planned trials a run that was judged again does not have. */
  readonly missing?: number;
  /** Where somebody looked it up; a journal alone does not know other runs. */
  readonly history?: CaseHistory;
}

/** A run, folded from its journal. */
export interface RunRecord {
  readonly started: RunStarted;
  /** In suite, case, target order. */
  readonly cases: readonly CaseRecord[];
  /** `unfinished` when the journal has no last event. */
  readonly end: "done" | "interrupted" | "limit" | "unfinished";
  /** The limit that stopped it. */
  readonly limit?: LimitHit;
  /** It stopped when its gate had failed for certain. */
  readonly gateFailed?: true;
  /** Where somebody asked to measure it; a journal alone does not know the flows. */
  readonly coverage?: readonly FlowCoverage[];
}

export type Gate = "pass" | "fail" | "undecided";

/** What a run comes to, and whether that could still change. */
export interface RunGate {
  readonly gate: Gate;
  /** Whether it is undecided because cases are that it depends on, and not only for want of numbers. */
  readonly isOpen: boolean;
}
