import type { PlannedTarget, RunLabel, RunRecord, ServedModels } from "../../record/index.ts";
import type { Gate } from "../gates/gate.ts";
import type { ComparedCase } from "./compared-case.ts";

/** A suite as one system ran it. */
export interface ComparedSuite {
  readonly suite: string;
  /** What was tested. */
  readonly target: PlannedTarget;
  /** Of this target, as it was asked for; which versions answered stands with the cases. */
  readonly agentModel: string;
  readonly judgeModel: string;
  /** What the suite demands of its results. */
  readonly gates: readonly Gate[];
  /** Under which name they are judged with those of other suites that demand the same; left out where alone. */
  readonly together?: string | undefined;
}

/** A judge, or a panel, that decided checks. */
export interface ComparedJudge {
  /** Hash of template, schema, models and parameters: two judgments with another are not comparable. */
  readonly judge: string;
  /** Names of the models, for messages. */
  readonly models: readonly string[];
}

/** A case with what its result depends on besides the system under test. */
export interface SystemCase extends ComparedCase {
  /** Hash of what is asked, apart from the system; undefined in journals that do not tell. */
  readonly question: string | undefined;
  /** Hash of everything, the system as well. */
  readonly hash: string;
  /** How its trials decide it; undefined where nobody tells. */
  readonly terms?: { readonly trials: number; readonly require: number } | undefined;
  /** Sorted by hash; empty where no judge decided anything. */
  readonly judges: readonly ComparedJudge[];
  /** The versions that answered over all trials, sorted; empty where only scripts did. */
  readonly served: ServedModels;
  /** It decides nothing. */
  readonly quarantined: boolean;
}

/** One side of a comparison: a target of a run, or what a baseline file keeps of one. */
export interface ComparedSystem {
  readonly source: "run" | "baseline";
  /** The run's id, of a baseline as well. */
  readonly run: string;
  readonly target: string;
  /** When the run started: ISO 8601, UTC. */
  readonly at: string;
  readonly labels: readonly RunLabel[];
  /** How the run came to its end. */
  readonly end: RunRecord["end"];
  /** In the order of their ids. */
  readonly suites: readonly ComparedSuite[];
  /** In suite, case order. */
  readonly cases: readonly SystemCase[];
}
