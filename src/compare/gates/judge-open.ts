import type { ComparedCase } from "../cases/compared-case.ts";
import type { ComparedSystem } from "../cases/compared-system.ts";
import { pairSystems } from "../comparability/pair-systems.ts";
import { compareMetrics } from "../metrics/compare-metrics.ts";
import { completed, type Completion, isOpenCase } from "./completed.ts";
import type { Gate, GateResult } from "./gate.ts";
import { judgeGates } from "./judge-gates.ts";
import { marginsOf } from "./margins-of.ts";

/** Two sides of gates; without A, those of B alone. */
export interface GatedSides {
  readonly a: ComparedSystem | undefined;
  readonly b: ComparedSystem;
}

/** What came of a gate, and whether what nobody knows yet could change it. */
export interface OpenGateResult extends GateResult {
  readonly isOpen: boolean;
}

/**
 * Holds gates against two sides of which cases may be open: a gate is decided only where it comes to the
 * same whether all of them turn out for B or against it. `scales` are the best grades of rubrics, whose
 * worst is 1. Of times and costs nobody knows a worst, so that a gate on them is open where a case is.
 */
export function judgeOpen(
  gates: readonly Gate[],
  sides: GatedSides,
  scales: ReadonlyMap<string, number>,
): readonly OpenGateResult[] {
  const results = judgeSides(gates, sides);
  const open = [...sides.b.cases, ...(sides.a?.cases ?? [])].filter(isOpenCase);
  if (open.length === 0) return results.map((result) => ({ ...result, isOpen: false }));
  const worst = new Map([...scales.keys()].map((rubric) => [rubric, 1]));
  const forB = judgeSides(
    gates,
    filled(sides, { passes: true, grades: scales }, { passes: false, grades: worst }),
  );
  const againstB = judgeSides(
    gates,
    filled(sides, { passes: false, grades: worst }, { passes: true, grades: scales }),
  );
  return results.map((result, index): OpenGateResult => {
    const { gate } = result;
    const [best, least] = [forB[index]?.outcome, againstB[index]?.outcome];
    const isUnbounded = hasNoWorst(gate, open, scales);
    if (best !== undefined && best === least && !isUnbounded) {
      return { ...result, outcome: best, isOpen: false };
    }
    const cases = open.length === 1 ? "1 case is open" : `${open.length} cases are open`;
    const message = `${result.message}; ${cases}`;
    return { ...result, outcome: "undecided", message, isOpen: true };
  });
}

function judgeSides(gates: readonly Gate[], { a, b }: GatedSides): readonly GateResult[] {
  const pairs = a === undefined ? [] : pairSystems({ a, b }).pairs;
  const metrics = compareMetrics(pairs, marginsOf(gates));
  return judgeGates(gates, { metrics, cases: b.cases });
}

function filled({ a, b }: GatedSides, ofB: Completion, ofA: Completion): GatedSides {
  return { a: a && completed(a, ofA), b: completed(b, ofB) };
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
