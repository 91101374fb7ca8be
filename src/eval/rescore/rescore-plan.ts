import type {
  PlannedCase,
  PlannedSuite,
  RunLabel,
  RunRecord,
  TrialRecord,
} from "../../record/index.ts";
import type { Judging } from "../run/judging.ts";
import type { CheckPlan } from "./check-plan.ts";
import type { Judges } from "./judge-choice.ts";
import type { StoredTrial } from "./stored-trial.ts";

/** A trial of the run, and what is asked about it. */
export interface PlannedRescore {
  readonly stored: StoredTrial;
  /** Undefined where it stays as it is. */
  readonly checks: CheckPlan | undefined;
}

/** A case of the run. */
export interface RescoredCase {
  /** With the hash of what decides it now. */
  readonly planned: PlannedCase;
  readonly models: Judges;
  readonly judging: Judging;
  /** Every finished one. */
  readonly trials: readonly PlannedRescore[];
}

/** What judging a run again will do. */
export interface RescorePlan {
  /** The run that is judged again. */
  readonly from: RunRecord;
  /** In suite, case, target order. */
  readonly cases: readonly RescoredCase[];
  readonly suites: readonly PlannedSuite[];
  readonly labels: readonly RunLabel[];
  /** What a reader should know; one line each. */
  readonly notices: readonly string[];
}

/** Trials of a case, also those that came after it was settled. */
export function allTrials({
  trials,
  surplus = [],
}: RunRecord["cases"][number]): readonly TrialRecord[] {
  return [...trials, ...surplus];
}
