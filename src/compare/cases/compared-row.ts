import type { Obstacle } from "../comparability/comparability.ts";
import type { JudgedPair } from "../comparability/pair-systems.ts";
import type { ComparedCase, DecidedMetric } from "./compared-case.ts";

/** What one system did on one case, as documents hold it; null is unknown. */
export interface CaseNumbers {
  readonly passed: boolean | null;
  /** Mean grades by rubric. */
  readonly scores: Readonly<Record<string, number>>;
  readonly latencyMs: number | null;
  readonly firstTokenMs: number | null;
  readonly tokens: number | null;
  readonly costUsd: number | null;
  readonly toolCalls: number | null;
}

/** A case that both systems have. */
export interface ComparedRow {
  readonly suite: string;
  readonly case: string;
  /** Of either side, sorted. */
  readonly tags: readonly string[];
  /** On either side. */
  readonly critical: boolean;
  /** Why it is in no number. */
  readonly leftOut?: Obstacle | "quarantined";
  /** Metrics in which it is not compared, where it is in others. */
  readonly notCompared?: readonly DecidedMetric[];
  readonly a: CaseNumbers;
  readonly b: CaseNumbers;
}

/** A pair as documents hold it. */
export function comparedRow({ a, b, leftOut, notCompared }: JudgedPair): ComparedRow {
  return {
    suite: b.suite,
    case: b.case,
    tags: [...new Set([...a.tags, ...b.tags])].toSorted(),
    critical: a.critical || b.critical,
    ...(leftOut !== undefined && { leftOut }),
    ...(notCompared !== undefined && { notCompared: [...notCompared].toSorted() }),
    a: numbersOf(a),
    b: numbersOf(b),
  };
}

function numbersOf(of: ComparedCase): CaseNumbers {
  const { passed, scores, latencyMs, firstTokenMs, tokens, costUsd, toolCalls } = of;
  return {
    passed: passed ?? null,
    scores: Object.fromEntries([...scores].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    latencyMs: latencyMs ?? null,
    firstTokenMs: firstTokenMs ?? null,
    tokens: tokens ?? null,
    costUsd: costUsd ?? null,
    toolCalls: toolCalls ?? null,
  };
}
