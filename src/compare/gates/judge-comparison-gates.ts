import { groupBy } from "../../core/group-by.ts";
import type { ComparedSystem } from "../cases/compared-system.ts";
import { isHidden, type JudgedPair } from "../comparability/pair-systems.ts";
import type { MetricResult } from "../metrics/metric-result.ts";
import type { Gate, GateResult } from "./gate.ts";
import { gatesKey } from "./gates-key.ts";
import { judgeGate } from "./judge-gate.ts";
import { type GatedSides, judgeOpen, withHidden } from "./judge-open.ts";

/** What gates of a comparison are held against. */
export interface GatedComparison {
  readonly b: ComparedSystem;
  /** All cases that both have, also what is not compared. */
  readonly all: readonly JudgedPair[];
  /** Over all cases that are compared. */
  readonly metrics: readonly MetricResult[];
  /** Both sides are the same run, of which nothing can be worse than it is. */
  readonly isSame: boolean;
}

/**
 * Holds gates against a comparison: those that are given against everything, or else those of each suite of
 * B against its own cases.
 */
export function judgeComparisonGates(
  comparison: GatedComparison,
  given: readonly Gate[] | undefined,
): readonly GateResult[] {
  const { b } = comparison;
  if (given !== undefined) return judged(comparison, given);
  const declaring = b.suites.filter(({ gates }) => gates.length > 0);
  const groups = groupBy(declaring, ({ suite, gates, together }) =>
    gatesKey({ suite, gates: { ...(together && { together }), rules: gates } }),
  );
  return [...groups.values()].flatMap((group): readonly GateResult[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { gates, together, suite } = first;
    const own = partOf(comparison, new Set(group.map((each) => each.suite)));
    return judged(own, gates).map((result) => ({ ...result, suite: together ?? suite }));
  });
}

function partOf(comparison: GatedComparison, suites: ReadonlySet<string>): GatedComparison {
  const { b, all } = comparison;
  return {
    ...comparison,
    b: { ...b, cases: b.cases.filter((each) => suites.has(each.suite)) },
    all: all.filter((pair) => suites.has(pair.b.suite)),
  };
}

function judged(comparison: GatedComparison, gates: readonly Gate[]): readonly GateResult[] {
  return gates.map((gate): GateResult => {
    if (comparison.isSame && gate.rule !== "at_least") {
      return { gate, outcome: "pass", message: "both sides are the same run" };
    }
    if (gate.metric === "preference") return judgedPreference(gate, comparison);
    const { b, all } = comparison;
    if (gate.rule === "at_least") {
      const cases = b.cases.filter(({ quarantined }) => !quarantined);
      return judgedOpen(gate, { pairs: [], cases });
    }
    const pairs = all.filter(({ leftOut }) => leftOut === undefined);
    const result = judgedOpen(gate, { pairs, cases: pairs.map((pair) => pair.b) });
    return withHidden(result, all.filter(isHidden).length);
  });
}

/** Nobody tells the scales of rubrics here: baselines do not keep them. */
const scales: ReadonlyMap<string, number> = new Map();

function judgedOpen(gate: Gate, sides: GatedSides): GateResult {
  const { isOpen, ...result } = judgeOpen(gate, sides, scales);
  return isOpen ? { ...result, isOpen } : result;
}

/** What a judge preferred is known of all cases together. */
function judgedPreference(gate: Gate, { b, metrics }: GatedComparison): GateResult {
  const preference = metrics.find(({ metric }) => metric === gate.metric);
  if (preference === undefined) {
    return { gate, outcome: "undecided", message: "nobody was asked: --pairwise asks a judge" };
  }
  const judgedBy = (oneSided: MetricResult["oneSided"] = preference.oneSided): GateResult =>
    judgeGate(gate, {
      metrics: [{ ...preference, ...(oneSided !== undefined && { oneSided }) }],
      cases: b.cases,
    });
  const { worst, best } = preference.oneSidedBounds ?? {};
  const result = judgedBy();
  const { outcome } = judgedBy(worst);
  if (outcome === judgedBy(best).outcome) return { ...result, outcome };
  const { missing } = preference;
  const cases = missing === 1 ? "1 case lacks a judgment" : `${missing} cases lack a judgment`;
  return { ...result, outcome: "undecided", message: `${result.message}; ${cases}`, isOpen: true };
}
