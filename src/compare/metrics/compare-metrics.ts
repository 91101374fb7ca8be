import type { CasePair, ComparedCase, DecidedMetric } from "../cases/compared-case.ts";
import { compareMeans } from "./compare-means.ts";
import { comparePassRate } from "./compare-pass-rate.ts";
import { compareRatios } from "./compare-ratios.ts";
import type { Margins, RatioName } from "./margins.ts";
import type { MetricResult } from "./metric-result.ts";

/**
 * Every metric over the same cases of two systems: the pass rate, a score for each rubric, times, tokens,
 * cost and calls of tools. What neither system has measured is left out.
 */
export function compareMetrics(
  pairs: readonly CasePair[],
  margins: Margins = {},
): readonly MetricResult[] {
  const passing = comparedIn("pass_rate", pairs);
  const rubrics = new Set(pairs.flatMap(({ a, b }) => [...a.scores.keys(), ...b.scores.keys()]));
  const scores = [...rubrics].toSorted().map((rubric) => {
    // A case that nobody grades by it lacks nothing.
    const others = pairs.filter(({ a, b }) => a.scores.has(rubric) || b.scores.has(rubric));
    const own = comparedIn("score", others);
    const result = compareMeans(own, {
      metric: `score.${rubric}`,
      unit: "grade",
      higherIsBetter: true,
      value: ({ scores: grades }) => grades.get(rubric),
      margin: margins.scores?.[rubric],
      lowest: worstGrade,
    });
    return withLeftOut(result, others.length - own.length);
  });
  const ratios = ratioMetrics.map(({ metric, unit, value }) => {
    return compareRatios(pairs, { metric, unit, value, margin: margins.ratios?.[metric] });
  });
  const calls = compareMeans(pairs, {
    metric: "tool_calls",
    unit: "calls",
    higherIsBetter: false,
    value: ({ toolCalls }) => toolCalls,
  });
  const measured = [...ratios, calls].filter(({ verdict }) => verdict !== "not_comparable");
  const passRate = comparePassRate(passing, margins.passRate);
  return [withLeftOut(passRate, pairs.length - passing.length), ...scores, ...measured];
}

function comparedIn(metric: DecidedMetric, pairs: readonly CasePair[]): readonly CasePair[] {
  return pairs.filter(({ notCompared }) => notCompared?.has(metric) !== true);
}

function withLeftOut<T extends MetricResult>(result: T, leftOut: number): T {
  if (leftOut === 0) return result;
  const isNothing = result.verdict === "not_comparable" && result.missing === 0;
  return {
    ...result,
    leftOut,
    ...(isNothing && { note: `none of ${leftOut} cases can be compared in it` }),
  };
}

/** Of every rubric. */
const worstGrade = 1;

interface NamedRatio {
  readonly metric: RatioName;
  readonly unit: string;
  readonly value: (of: ComparedCase) => number | undefined;
}

const ratioMetrics: readonly NamedRatio[] = [
  { metric: "latency", unit: "ms", value: ({ latencyMs }) => latencyMs },
  { metric: "first_token", unit: "ms", value: ({ firstTokenMs }) => firstTokenMs },
  { metric: "tokens", unit: "tokens", value: ({ tokens }) => tokens },
  { metric: "cost", unit: "usd", value: ({ costUsd }) => costUsd },
];
