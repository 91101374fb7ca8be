import type { CasePair, ComparedCase } from "../cases/compared-case.ts";
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
  const rubrics = new Set(pairs.flatMap(({ a, b }) => [...a.scores.keys(), ...b.scores.keys()]));
  const scores = [...rubrics].toSorted().map((rubric) => {
    return compareMeans(pairs, {
      metric: `score.${rubric}`,
      unit: "grade",
      higherIsBetter: true,
      value: ({ scores: grades }) => grades.get(rubric),
      margin: margins.scores?.[rubric],
    });
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
  return [comparePassRate(pairs, margins.passRate), ...scores, ...measured];
}

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
