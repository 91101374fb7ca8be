import type { PlannedBaseline } from "./planned-baseline.ts";
import type { PlannedGates } from "./planned-gates.ts";
import type { PlannedJudge } from "./planned-judge.ts";

/** A label that every output of the run carries, because a reader could otherwise take it for more. */
export type RunLabel =
  | "scripted"
  | "replay"
  | "cached"
  | "recorded"
  | "rescored"
  | "prompted_tools"
  | "summarized_tools"
  | "self_judged";

/**
 * What is left out as soon as it cannot change anything: the other trials of a case that is settled, or
 * everything else once the gate has failed for certain, too.
 */
export type Curtailment = "case" | "gate";

/** How the tools that models are offered are described to them. */
export interface OfferedTools {
  readonly total: number;
  /** By our own short summaries. */
  readonly summarized: number;
  /** By texts that were imported, with a schema of their arguments that was not. */
  readonly ownSchema: number;
}

/** Why a case runs and is reported, but decides nothing. */
export interface Quarantine {
  readonly reason: string;
  /** The last day of it, `2026-01-31` in UTC; without one it lasts until somebody lifts it. */
  readonly until?: string;
}

export interface PlannedCase {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  readonly trials: number;
  readonly require: number;
  readonly critical: boolean;
  readonly tags: readonly string[];
  /** Only where it was in force when the run started. */
  readonly quarantine?: Quarantine;
  /** SHA-256 of everything that decides the result: case, flow, mocks, checks, models. */
  readonly hash: string;
  /** The same of what is asked alone, whatever the system under test; left out in old journals. */
  readonly question?: string;
}

/** What is tested under a name. */
export interface PlannedTarget {
  readonly target: string;
  /** Left out for a flow. */
  readonly kind?: "chat" | "http" | "recorded" | "duo_chat";
  /** The flow's reference; of another kind what stands for it: an address, a file. */
  readonly flow: string;
  /** Empty for what has none. */
  readonly version: string;
  /** As it was asked for; left out in old journals. */
  readonly agentModel?: string;
}

export interface PlannedSuite {
  readonly suite: string;
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly hash: string;
  readonly targets: readonly PlannedTarget[];
  readonly agentModel: string;
  readonly judgeModel: string;
  /** Left out where every case must pass. */
  readonly gates?: PlannedGates;
  /** Where there are gates that need one. */
  readonly baseline?: PlannedBaseline;
}

/** Which part of the cases of its suites a run was for; where there is none, all of them. */
export interface RunSelection {
  /** What was asked for, as on the command line: `--tag smoke`. */
  readonly asked: readonly string[];
  /** Cases that were selected, each with all its targets counted once. */
  readonly cases: number;
  /** Of so many. */
  readonly of: number;
}

/** What was asked for, so that a run can go on without being asked again. */
export interface RunRequest {
  /** Suites and folders of the command line; none where flowproof.yml named them. */
  readonly paths: readonly string[];
  /** Flags that say what is run, by their names in the program; what came from the environment as well. */
  readonly flags: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The first event of a journal: what was going to be done, with what. Also written as `run.json`. */
export interface RunStarted {
  readonly type: "run_started";
  readonly schemaVersion: 1;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly versions: { readonly flowproof: string; readonly node: string };
  /** Of everything random, the choice of a sample as well. */
  readonly seed: number;
  readonly selection?: RunSelection;
  /** Left out by what is not started from a command line. */
  readonly request?: RunRequest;
  readonly labels: readonly RunLabel[];
  /** Left out where every trial is run. */
  readonly curtail?: Curtailment;
  /** Whether gates that nobody can decide count as not passed. */
  readonly strict?: true;
  readonly offeredTools?: OfferedTools;
  /** The run whose transcripts were judged again; left out where the agent itself was asked. */
  readonly rescoredFrom?: string;
  /** Live judges whose verdicts decide, sorted by name; left out where there is none. */
  readonly judges?: readonly PlannedJudge[];
  readonly suites: readonly PlannedSuite[];
  readonly plan: readonly PlannedCase[];
}
