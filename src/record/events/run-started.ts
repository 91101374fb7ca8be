/** A label that every output of the run carries, because a reader could otherwise take it for more. */
export type RunLabel = "scripted" | "replay" | "summarized_tools" | "self_judged";

/** How the tools that models are offered are described to them. */
export interface OfferedTools {
  readonly total: number;
  /** By our own short summaries. */
  readonly summarized: number;
  /** By texts that were imported, with a schema of their arguments that was not. */
  readonly ownSchema: number;
}

export interface PlannedCase {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  readonly trials: number;
  readonly require: number;
  readonly critical: boolean;
  readonly tags: readonly string[];
  /** SHA-256 of everything that decides the result: case, flow, mocks, checks, models. */
  readonly hash: string;
}

export interface PlannedSuite {
  readonly suite: string;
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly hash: string;
  readonly targets: readonly {
    readonly target: string;
    readonly flow: string;
    readonly version: string;
  }[];
  readonly agentModel: string;
  readonly judgeModel: string;
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
  readonly labels: readonly RunLabel[];
  readonly offeredTools?: OfferedTools;
  readonly suites: readonly PlannedSuite[];
  readonly plan: readonly PlannedCase[];
}
