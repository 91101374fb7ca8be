import type {
  Curtailment,
  OfferedTools,
  PlannedCase,
  PlannedJudge,
  PlannedSuite,
  RunLabel,
  RunSelection,
} from "../../record/index.ts";
import type { Suite, SuiteCase } from "../suite/suite.ts";
import type { Target } from "../target/target.ts";
import type { FinishedTrials } from "./finished-trials.ts";
import type { Judging } from "./judging.ts";
import type { RunLimits } from "./limits/run-limits.ts";
import type { RoleModels } from "./model-choice.ts";

/** A case of one target, with all that its trials need. */
export interface CasePlan {
  readonly planned: PlannedCase;
  readonly suite: Suite;
  readonly target: Target;
  readonly case: SuiteCase;
  readonly models: RoleModels;
  readonly judging: Judging;
  /** Whether the run's gate has failed as soon as the agent has lost it. */
  readonly failsGate: boolean;
}

/** What is going to be run, decided before anything is paid for. */
export interface RunPlan {
  readonly suites: readonly PlannedSuite[];
  /** In suite, case, target order. */
  readonly cases: readonly CasePlan[];
  readonly labels: readonly RunLabel[];
  /** Live judges whose verdicts decide. */
  readonly judges: readonly PlannedJudge[];
  readonly offeredTools: OfferedTools;
  /** What a reader should know about choices that nobody made; one line each. */
  readonly notices: readonly string[];
  readonly seed: number;
  /** Undefined where all cases are run. */
  readonly selection: RunSelection | undefined;
  /** Trials that run at the same time. */
  readonly concurrency: number;
  readonly limits: RunLimits;
  /** What is left out as soon as it cannot change anything; undefined where every trial is run. */
  readonly curtail: Curtailment | undefined;
  /** Whether gates that nobody can decide count as not passed. */
  readonly strict: boolean;
  /** Of a run that goes on: what is not done again. */
  readonly finished?: FinishedTrials | undefined;
}
