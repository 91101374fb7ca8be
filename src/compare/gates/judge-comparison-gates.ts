import { groupBy } from "../../core/group-by.ts";
import type { ComparedSystem } from "../cases/compared-system.ts";
import type { JudgedPair } from "../comparability/pair-systems.ts";
import { compareMetrics } from "../metrics/compare-metrics.ts";
import type { MetricResult } from "../metrics/metric-result.ts";
import type { Gate, GateResult } from "./gate.ts";
import { gatesKey } from "./gates-key.ts";
import { judgeGates } from "./judge-gates.ts";
import { marginsOf } from "./margins-of.ts";

/** What gates of a comparison are held against. */
export interface GatedComparison {
  readonly a: ComparedSystem;
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
  const { b, metrics } = comparison;
  if (given !== undefined) return judged(comparison, given, metrics);
  const declaring = b.suites.filter(({ gates }) => gates.length > 0);
  const groups = groupBy(declaring, ({ suite, gates, together }) =>
    gatesKey({ suite, gates: { ...(together && { together }), rules: gates } }),
  );
  return [...groups.values()].flatMap((group): readonly GateResult[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { gates, together, suite } = first;
    const own = partOf(comparison, new Set(group.map((each) => each.suite)));
    const pairs = own.all.filter(({ leftOut }) => leftOut === undefined);
    // What a judge preferred is known of all cases together.
    const preference = metrics.filter(({ metric }) => metric === "preference");
    const numbers = [...compareMetrics(pairs, marginsOf(gates)), ...preference];
    return judged(own, gates, numbers).map((result) => ({ ...result, suite: together ?? suite }));
  });
}

function partOf(comparison: GatedComparison, suites: ReadonlySet<string>): GatedComparison {
  const { a, b, all } = comparison;
  const own = (system: ComparedSystem): ComparedSystem => ({
    ...system,
    cases: system.cases.filter((each) => suites.has(each.suite)),
  });
  const pairs = all.filter((pair) => suites.has(pair.b.suite));
  return { ...comparison, a: own(a), b: own(b), all: pairs };
}

function judged(
  { b, all, isSame }: GatedComparison,
  gates: readonly Gate[],
  metrics: readonly MetricResult[],
): readonly GateResult[] {
  const cases = b.cases.filter(({ quarantined }) => !quarantined);
  const hidden = all.filter(({ leftOut }) => leftOut === "kind" || leftOut === "served_model");
  return judgeGates(gates, { metrics, cases }).map((result): GateResult => {
    const { gate, outcome, message } = result;
    if (isSame && gate.rule !== "at_least") {
      return { gate, outcome: "pass", message: "both sides are the same run" };
    }
    if (gate.metric === "preference" && !metrics.some(({ metric }) => metric === "preference")) {
      return { gate, outcome, message: "nobody was asked: --pairwise asks a judge" };
    }
    // A question that changed is another one; these are the same, and nobody knows how B does on them.
    if (hidden.length === 0 || gate.rule === "at_least" || outcome !== "pass") return result;
    return {
      gate,
      outcome: "undecided",
      message: `${message}; ${hidden.length} more cannot be compared`,
    };
  });
}
