import type { CasePair } from "../cases/compared-case.ts";
import { mcnemarTest } from "../statistics/paired/mcnemar-test.ts";
import { pairOutcomes } from "../statistics/paired/pair-outcomes.ts";
import {
  pairCount,
  type PairedOutcomes,
  passCounts,
  rateDifference,
} from "../statistics/paired/paired-outcomes.ts";
import { tangoInterval } from "../statistics/paired/tango-interval.ts";
import { detectableDifference, pairsNeeded } from "../statistics/planning/paired-rates.ts";
import { intervalVerdict } from "./interval-verdict.ts";
import { type MetricResult, nothingMeasured } from "./metric-result.ts";
import { moreCases } from "./more-cases.ts";

/** A difference that is worth finding where nobody has declared one: five points. */
const worthFinding = 0.05;

const passRate = { metric: "pass_rate", unit: "share" } as const;

/** The pass rate with the cases behind it. */
export interface PassRateResult extends MetricResult {
  /** Cases that only A passes, and that only B passes. */
  readonly onlyA: number;
  readonly onlyB: number;
}

/**
 * The pass rates of two systems over the same cases: Tango's interval of B - A. A case of which one side
 * is not known is missing, and stands in the bounds.
 */
export function comparePassRate(pairs: readonly CasePair[], margin?: number): PassRateResult {
  const counted = pairOutcomes(pairs.map(({ a, b }) => ({ a: a.passed, b: b.passed })));
  const { complete, missing, worst, best } = counted;
  const count = pairCount(complete);
  const { onlyA, onlyB } = complete;
  if (count === 0) {
    const nothing = nothingMeasured(passRate, missing, "no case is decided on both sides");
    return { ...nothing, onlyA, onlyB };
  }
  const twoSided = tangoInterval(complete);
  const { a, b } = passCounts(complete);
  const verdict = intervalVerdict({ twoSided, oneSided: tangoInterval(complete, 0.9), margin });
  const detectable = detectableDifference(discordanceOf(complete, count), count);
  const more = verdict.verdict === "undecided" ? neededPairs(complete, count, margin) : undefined;
  return {
    ...passRate,
    a: a.passed / a.total,
    b: b.passed / b.total,
    difference: rateDifference(complete),
    low: twoSided?.low ?? null,
    high: twoSided?.high ?? null,
    ...(margin !== undefined && { margin }),
    ...verdict,
    pairs: count,
    missing,
    p: mcnemarTest(complete).twoSided.midP,
    ...(detectable !== undefined && { detectable }),
    ...(more !== undefined && { needCases: more }),
    ...(missing > 0 && { bounds: { worst: rateDifference(worst), best: rateDifference(best) } }),
    onlyA,
    onlyB,
  };
}

function neededPairs(
  complete: PairedOutcomes,
  count: number,
  margin = worthFinding,
): number | undefined {
  // One case does not show how often cases differ.
  if (count < 2) return undefined;
  const discordance = discordanceOf(complete, count);
  const difference = Math.min(margin, discordance);
  return moreCases(pairsNeeded({ difference, discordance }), count);
}

/** The share of differing cases as it was seen, drawn a little to the middle: it may be 0 of a few. */
function discordanceOf({ onlyA, onlyB }: PairedOutcomes, count: number): number {
  return (onlyA + onlyB + 1) / (count + 2);
}
