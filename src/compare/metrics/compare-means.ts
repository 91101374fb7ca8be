import type { CasePair, ComparedCase } from "../cases/compared-case.ts";
import { mean, sampleVariance } from "../statistics/mean.ts";
import { pairedTTest } from "../statistics/paired/paired-t-test.ts";
import { detectableScoreDifference } from "../statistics/planning/scored-cases.ts";
import type { MeasuredPair } from "../statistics/spread/measured-pair.ts";
import {
  alikeCasesNeeded,
  intervalVerdict,
  unvariedP,
  unvariedVerdict,
} from "./interval-verdict.ts";
import { knownValues } from "./known-values.ts";
import { type MetricResult, nothingMeasured } from "./metric-result.ts";
import { moreCases, moreScoredCases } from "./more-cases.ts";

/** A metric whose difference is looked at, as grades and numbers of calls. */
export interface MeanMetric {
  readonly metric: string;
  readonly unit: string;
  readonly higherIsBetter: boolean;
  readonly value: (of: ComparedCase) => number | undefined;
  /** What is put up with, in the unit. */
  readonly margin?: number | undefined;
  /** The worst value that there is, where more is better; left out where there is none. */
  readonly lowest?: number | undefined;
}

/** The means of two systems over the same cases, with the paired t interval of B - A. */
export function compareMeans(pairs: readonly CasePair[], of: MeanMetric): MetricResult {
  const { metric, unit, higherIsBetter, margin } = of;
  const { known, missing } = knownValues(pairs, of.value);
  if (known.length === 0) return nothingMeasured(of, missing);
  const differences = known.map(({ a, b }) => b - a);
  const test = pairedTTest(differences);
  const interval = test?.interval;
  const gains = differences.map((difference) => (higherIsBetter ? difference : -difference));
  const difference = mean(differences);
  const largestLoss = largestLossOf(known, of.lowest);
  const verdict =
    test === undefined
      ? unvariedVerdict(mean(gains), { cases: known.length, margin, largestLoss })
      : intervalVerdict({
          twoSided: pairedTTest(gains)?.interval,
          oneSided: pairedTTest(gains, 0.9)?.interval,
          margin,
        });
  const alike = margin !== undefined && largestLoss !== undefined && difference === 0;
  const needed =
    interval !== undefined
      ? moreScoredCases(margin ?? Math.abs(difference), {
          betweenCases: sampleVariance(differences),
          present: known.length,
        })
      : alike
        ? moreCases(alikeCasesNeeded(margin, largestLoss) ?? 0, known.length)
        : undefined;
  const more = verdict.verdict === "undecided" ? needed : undefined;
  return {
    metric,
    unit,
    a: mean(known.map(({ a }) => a)),
    b: mean(known.map(({ b }) => b)),
    difference,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    ...(margin !== undefined && { margin }),
    ...verdict,
    pairs: known.length,
    missing,
    ...(test !== undefined && {
      p: test.twoSided,
      detectable: detectableScoreDifference(known.length, {
        betweenCases: sampleVariance(differences),
      }),
    }),
    ...(more !== undefined && { needCases: more }),
    ...(interval === undefined && {
      p: unvariedP(difference, known.length),
      note: unvaried(differences),
    }),
  };
}

/** What a case can lose at most: the best that A reached, down to the lowest value that there is. */
function largestLossOf(
  known: readonly MeasuredPair[],
  lowest: number | undefined,
): number | undefined {
  if (lowest === undefined) return undefined;
  return known.reduce((most, { a }) => Math.max(most, a - lowest), 0);
}

/** Why there is no interval. */
function unvaried(differences: readonly number[]): string {
  if (differences.length === 1) return "one case says nothing about others";
  return `the difference is the same in all ${differences.length} cases`;
}
