import type {
  OfferedTools,
  PlannedCase,
  PlannedSuite,
  RunLabel,
  RunSelection,
} from "../../record/index.ts";
import type { Suite, SuiteCase, Target } from "../suite/suite.ts";
import type { RoleModels } from "./model-choice.ts";

/** A case of one target, with all that its trials need. */
export interface CasePlan {
  readonly planned: PlannedCase;
  readonly suite: Suite;
  readonly target: Target;
  readonly case: SuiteCase;
  readonly models: RoleModels;
}

/** What is going to be run, decided before anything is paid for. */
export interface RunPlan {
  readonly suites: readonly PlannedSuite[];
  /** In suite, case, target order. */
  readonly cases: readonly CasePlan[];
  readonly labels: readonly RunLabel[];
  readonly offeredTools: OfferedTools;
  /** What a reader should know about choices that nobody made; one line each. */
  readonly notices: readonly string[];
  readonly seed: number;
  /** Undefined where all cases are run. */
  readonly selection: RunSelection | undefined;
  /** Trials that run at the same time. */
  readonly concurrency: number;
}
