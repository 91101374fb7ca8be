import { isDeepStrictEqual } from "node:util";
import { AppError } from "../core/errors/app-error.ts";
import { comparedRow } from "./cases/compared-row.ts";
import type { ComparedSystem } from "./cases/compared-system.ts";
import { flipsOf } from "./cases/flips.ts";
import type { Obstacle } from "./comparability/comparability.ts";
import { pairSystems } from "./comparability/pair-systems.ts";
import { comparisonNotes } from "./comparison-notes.ts";
import type { ComparedSide, Comparison } from "./comparison.ts";
import { decideComparison } from "./decide-comparison.ts";
import type { Gate } from "./gates/gate.ts";
import { judgeComparisonGates } from "./gates/judge-comparison-gates.ts";
import { marginsOf } from "./gates/margins-of.ts";
import { adjustedTags } from "./metrics/adjusted-tags.ts";
import { compareByTag } from "./metrics/compare-by-tag.ts";
import { compareMetrics } from "./metrics/compare-metrics.ts";
import type { MetricResult } from "./metrics/metric-result.ts";

/** How two systems are compared. */
export interface CompareOptions {
  /** Instead of those that the suites of B declare. */
  readonly gates?: readonly Gate[] | undefined;
  /** Obstacles in spite of which cases are compared. */
  readonly allow?: readonly Obstacle[] | undefined;
  /** Whether what is undecided counts as not passed. */
  readonly strict?: boolean | undefined;
  /** What a judge preferred, where somebody asked one. */
  readonly preference?: MetricResult | undefined;
}

/**
 * Compares what two systems did on the same cases, and says what of it cannot be compared.
 *
 * @throws AppError COMPARE_NOTHING_IN_COMMON where they have no case in common.
 */
export function compareSystems(
  a: ComparedSystem,
  b: ComparedSystem,
  { gates, allow, strict = false, preference }: CompareOptions = {},
): Comparison {
  const { all, pairs, comparable } = pairSystems({ a, b }, allow);
  if (all.length === 0) throw nothingInCommon(a, b);
  const margins = marginsOf(gates ?? b.suites.flatMap((suite) => suite.gates));
  const isSame = a.source === "run" && b.source === "run" && isSameTarget(a, b);
  const told = (results: readonly MetricResult[]): readonly MetricResult[] =>
    isSame ? results.map(sameResult) : results;
  const own = told(compareMetrics(pairs, margins));
  const metrics = preference === undefined ? own : [...own, preference];
  const tags = Object.entries(adjustedTags(compareByTag(pairs, margins)));
  const byTag = Object.fromEntries(tags.map(([tag, results]) => [tag, told(results)]));
  const flips = flipsOf(pairs);
  const judged = judgeComparisonGates({ b, all, metrics, isSame }, gates);
  const decision = decideComparison({ metrics, flips, gates: judged, strict, isSame });
  return {
    schemaVersion: 1,
    a: sideOf(a),
    b: sideOf(b),
    comparable,
    metrics,
    byTag,
    flips: { fixed: flips.fixed, broken: flips.broken },
    cases: all.map(comparedRow),
    gates: judged,
    ...decision,
    notes: comparisonNotes({ a, b, comparable, metrics, byTag, isSame }),
  };
}

/** What is the same is not worse, however few cases there are. */
function sameResult(result: MetricResult): MetricResult {
  if (result.verdict === "not_comparable") return result;
  const { needCases: _, ...rest } = result;
  return { ...rest, verdict: "not_worse", note: "both sides are the same run" };
}

/** Also in its results: a copy of a run that has gone on since then is another one. */
function isSameTarget(a: ComparedSystem, b: ComparedSystem): boolean {
  return a.run === b.run && a.target === b.target && isDeepStrictEqual(a.cases, b.cases);
}

function sideOf({
  source,
  run,
  target,
  at,
  labels,
  end,
  suites,
  cases,
}: ComparedSystem): ComparedSide {
  return {
    source,
    run,
    target,
    at,
    labels,
    end,
    suites: suites.map(({ suite, target: tested, agentModel, judgeModel }) => {
      return { suite, target: tested, agentModel, judgeModel };
    }),
    served: [...new Set(cases.flatMap(({ served }) => served.agent))].toSorted(),
  };
}

function nothingInCommon(a: ComparedSystem, b: ComparedSystem): AppError {
  return new AppError(
    "COMPARE_NOTHING_IN_COMMON",
    `the two have no case in common: A has ${contentOf(a)}; B has ${contentOf(b)}`,
    { hint: "compare runs of the same suites: cases are paired by suite and id" },
  );
}

const maxListed = 6;

function contentOf({ suites, cases }: ComparedSystem): string {
  if (cases.length === 0) return "no case";
  const parts = suites.map(({ suite }) => {
    const own = cases.filter((each) => each.suite === suite).length;
    return `${own} of suite ${suite}`;
  });
  const others = parts.length - maxListed;
  const listed = parts.slice(0, maxListed).join(", ");
  return others > 0 ? `${listed} and of ${others} more suites` : listed;
}
