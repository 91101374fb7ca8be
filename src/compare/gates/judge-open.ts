import type { ComparedCase } from "../cases/compared-case.ts";
import type { SystemCase } from "../cases/compared-system.ts";
import { comparedName } from "../cases/pair-cases.ts";
import type { JudgedPair } from "../comparability/pair-systems.ts";
import { compareMetrics } from "../metrics/compare-metrics.ts";
import { completed, type Completion, isOpenCase } from "./completed.ts";
import type { Gate, GateResult } from "./gate.ts";
import { judgeGate } from "./judge-gate.ts";
import { marginsOf } from "./margins-of.ts";

/** What gates are held against. */
export interface GatedSides {
  /** Those that are compared; none where B is held against nothing. */
  readonly pairs: readonly JudgedPair[];
  /** All of B that decide. */
  readonly cases: readonly SystemCase[];
}

/** What came of a gate, and whether what nobody knows yet could change it. */
export interface OpenGateResult extends GateResult {
  readonly isOpen: boolean;
}

/**
 * Holds a gate against cases of which some may be open: it is decided only where it comes to the same
 * whether all of them turn out for B or against it. `scales` are the best grades of rubrics, whose worst is
 * 1. Of times and costs nobody knows a worst, so that a gate on them is open where a case is.
 */
export function judgeOpen(
  gate: Gate,
  sides: GatedSides,
  scales: ReadonlyMap<string, number>,
): OpenGateResult {
  const result = judgeSides(gate, sides);
  const open = [...sides.cases, ...sides.pairs.map(({ a }) => a)].filter(isOpenCase);
  if (open.length === 0) return { ...result, isOpen: false };
  const worst = new Map([...scales.keys()].map((rubric) => [rubric, 1]));
  const [high, low] = [
    { passes: true, grades: scales },
    { passes: false, grades: worst },
  ];
  const { outcome } = judgeSides(gate, filled(sides, { a: low, b: high }));
  const isSettled = outcome === judgeSides(gate, filled(sides, { a: high, b: low })).outcome;
  if (isSettled && !hasNoWorst(gate, open, scales)) return { ...result, outcome, isOpen: false };
  // A case that is open on both sides is one.
  const count = new Set(open.map(comparedName)).size;
  const cases = count === 1 ? "1 case is open" : `${count} cases are open`;
  const message = `${result.message}; ${cases}`;
  return { ...result, outcome: "undecided", message, isOpen: true };
}

/** What can be compared may pass a gate only for itself: of the others nobody knows how B does on them. */
export function withHidden<T extends GateResult>(result: T, hidden: number): T {
  if (hidden === 0 || result.outcome !== "pass") return result;
  const message = `${result.message}; ${hidden} more cannot be compared`;
  return { ...result, outcome: "undecided", message };
}

function judgeSides(gate: Gate, { pairs, cases }: GatedSides): GateResult {
  return judgeGate(gate, { metrics: compareMetrics(pairs, marginsOf([gate])), cases });
}

function filled(
  { pairs, cases }: GatedSides,
  of: { readonly a: Completion; readonly b: Completion },
): GatedSides {
  return {
    pairs: pairs.map((pair) => ({
      ...pair,
      a: completed(pair.a, of.a),
      b: completed(pair.b, of.b),
    })),
    cases: cases.map((each) => completed(each, of.b)),
  };
}

/** Whether nobody can say what an open case comes to at most. */
function hasNoWorst(
  { metric }: Gate,
  open: readonly ComparedCase[],
  scales: ReadonlyMap<string, number>,
): boolean {
  const prefix = "score.";
  // Nobody has been graded so far.
  if (metric.startsWith(prefix)) return !scales.has(metric.slice(prefix.length));
  const value = values.get(metric);
  return value !== undefined && open.some((each) => value(each) === undefined);
}

const values: ReadonlyMap<string, (of: ComparedCase) => number | undefined> = new Map([
  ["latency", ({ latencyMs }: ComparedCase) => latencyMs],
  ["first_token", ({ firstTokenMs }: ComparedCase) => firstTokenMs],
  ["tokens", ({ tokens }: ComparedCase) => tokens],
  ["cost", ({ costUsd }: ComparedCase) => costUsd],
]);
