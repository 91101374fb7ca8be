import type { RunLabel, RunRecord } from "../record/index.ts";
import type { ComparedRow } from "./cases/compared-row.ts";
import type { ComparedSuite } from "./cases/compared-system.ts";
import type { Comparability } from "./comparability/comparability.ts";
import type { GateResult } from "./gates/gate.ts";
import type { MetricResult } from "./metrics/metric-result.ts";
import type { PairwiseResult } from "./pairwise/pairwise-result.ts";

/** Which system one side is. */
export interface ComparedSide {
  readonly source: "run" | "baseline";
  readonly run: string;
  readonly target: string;
  /** When the run started: ISO 8601, UTC. */
  readonly at: string;
  readonly labels: readonly RunLabel[];
  readonly end: RunRecord["end"];
  readonly suites: readonly Omit<ComparedSuite, "gates">[];
  /** The versions of the agent's model that answered, sorted; empty where only scripts did. */
  readonly served: readonly string[];
}

/** What may be said of two systems over the same cases: `compare --format json`. */
export interface Comparison {
  readonly schemaVersion: 1;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly comparable: Comparability;
  /** Over all cases that are compared. */
  readonly metrics: readonly MetricResult[];
  /** The same over the cases of each tag. */
  readonly byTag: Readonly<Record<string, readonly MetricResult[]>>;
  /** Names (`suite/case`) of cases that pass on one side only, sorted. */
  readonly flips: { readonly fixed: readonly string[]; readonly broken: readonly string[] };
  /** Every case that both have, with its numbers; in the order of A. */
  readonly cases: readonly ComparedRow[];
  readonly gates: readonly GateResult[];
  readonly gate: "pass" | "fail" | "undecided";
  /** 4 and 130 where judging the answers was stopped. */
  readonly exitCode: 0 | 1 | 3 | 4 | 130;
  /** Why it is that exit code, in one line. */
  readonly reason: string;
  /** What a judge preferred, where somebody asked one. */
  readonly pairwise?: PairwiseResult;
  /** What a reader must know beside the numbers, one line each. */
  readonly notes: readonly string[];
}
