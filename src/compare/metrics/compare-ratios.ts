import type { CasePair, ComparedCase } from "../cases/compared-case.ts";
import { mean, sampleVariance } from "../statistics/mean.ts";
import { detectableScoreDifference } from "../statistics/planning/scored-cases.ts";
import { geometricMeanRatio } from "../statistics/spread/geometric-mean-ratio.ts";
import type { MeasuredPair } from "../statistics/spread/measured-pair.ts";
import { intervalVerdict, unvariedP, unvariedVerdict } from "./interval-verdict.ts";
import { knownValues } from "./known-values.ts";
import { type MetricResult, nothingMeasured } from "./metric-result.ts";
import { moreScoredCases } from "./more-cases.ts";

/** A metric of which less is better and whose ratio is looked at, as times, tokens and costs. */
export interface RatioMetric {
  readonly metric: string;
  readonly unit: string;
  readonly value: (of: ComparedCase) => number | undefined;
  /** The largest ratio B / A that is put up with, above 1. */
  readonly margin?: number | undefined;
}

/**
 * What two systems take over the same cases: the geometric mean of B / A with its interval. Values of 0
 * have no ratio and are missing.
 */
export function compareRatios(pairs: readonly CasePair[], of: RatioMetric): MetricResult {
  const { metric, unit, margin } = of;
  const { known, missing } = knownValues(pairs, (each) => of.value(each) || undefined);
  const estimate = geometricMeanRatio(known);
  if (estimate === undefined) {
    return nothingMeasured(of, missing);
  }
  const { ratio, interval, p } = estimate;
  const wider = geometricMeanRatio(known, 0.9)?.interval;
  const loss = margin === undefined ? undefined : Math.log(margin);
  const verdict =
    interval === undefined
      ? unvariedVerdict(-Math.log(ratio), { cases: known.length, margin: loss })
      : intervalVerdict({
          twoSided: gainOf(interval),
          oneSided: wider && gainOf(wider),
          margin: loss,
        });
  const [a, b] = [mean(known.map((pair) => pair.a)), mean(known.map((pair) => pair.b))];
  const more =
    verdict.verdict === "undecided" && interval !== undefined
      ? moreScoredCases(Math.log(margin ?? ratio), {
          betweenCases: logVariance(known),
          present: known.length,
        })
      : undefined;
  return {
    metric,
    unit,
    a,
    b,
    difference: b - a,
    ratio,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    ...(margin !== undefined && { margin }),
    ...verdict,
    pairs: known.length,
    missing,
    ...(p !== undefined && { p, detectable: detectableRatio(known) }),
    ...(more !== undefined && { needCases: more }),
    ...(contradicts(verdict.verdict, b - a) && { note: "of the means the other way round" }),
    ...(interval === undefined && {
      p: unvariedP(Math.log(ratio), known.length),
      note: unvaried(known.length),
    }),
  };
}

/** Whether what most cases show is not what the means say, which hang on a few large cases. */
function contradicts(verdict: MetricResult["verdict"], difference: number): boolean {
  return (verdict === "better" && difference > 0) || (verdict === "worse" && difference < 0);
}

/** Of logarithms, positive where B takes less. */
function gainOf({ low, high }: { readonly low: number; readonly high: number }): {
  readonly low: number;
  readonly high: number;
} {
  return { low: -Math.log(high), high: -Math.log(low) };
}

function detectableRatio(known: readonly MeasuredPair[]): number {
  return Math.exp(detectableScoreDifference(known.length, { betweenCases: logVariance(known) }));
}

function logVariance(known: readonly MeasuredPair[]): number {
  return sampleVariance(known.map(({ a, b }) => Math.log(b / a)));
}

function unvaried(cases: number): string {
  if (cases === 1) return "one case says nothing about others";
  return `the ratio is the same in all ${cases} cases`;
}
