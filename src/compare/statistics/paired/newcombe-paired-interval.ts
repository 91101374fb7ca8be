import { checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { wilsonInterval } from "../wilson-interval.ts";
import { pairCount, type PairedOutcomes, passCounts, rateDifference } from "./paired-outcomes.ts";

/**
 * Newcombe's square-and-add interval (his method 10) of the difference of two pass rates, B - A, on the
 * same independent cases: the Wilson intervals of both rates, put together with the correlation φ of the
 * outcomes, its numerator corrected for continuity. A closed form beside Tango's. R. G. Newcombe,
 * "Improved Confidence Intervals for the Difference between Binomial Proportions Based on Paired Data",
 * Statistics in Medicine 17 (1998), 2635-2650. In [-1, 1]; undefined without cases.
 */
export function newcombePairedInterval(
  outcomes: PairedOutcomes,
  confidence = 0.95,
): Interval | undefined {
  checkShare("a confidence", confidence);
  const n = pairCount(outcomes);
  const { a, b } = passCounts(outcomes);
  const ofA = wilsonInterval(a.passed, n, confidence);
  const ofB = wilsonInterval(b.passed, n, confidence);
  if (!ofA || !ofB) return undefined;
  const difference = rateDifference(outcomes);
  const phi = correlation(outcomes);
  const rateA = a.passed / n;
  const rateB = b.passed / n;
  return {
    low: difference - together(rateB - ofB.low, ofA.high - rateA, phi),
    high: difference + together(ofB.high - rateB, rateA - ofA.low, phi),
  };
}

function together(one: number, other: number, phi: number): number {
  return Math.sqrt(Math.max(0, one ** 2 - 2 * phi * one * other + other ** 2));
}

function correlation(outcomes: PairedOutcomes): number {
  const n = pairCount(outcomes);
  const { a, b } = passCounts(outcomes);
  const spread = a.passed * (n - a.passed) * b.passed * (n - b.passed);
  if (spread === 0) return 0;
  const raw = outcomes.bothPass * outcomes.bothFail - outcomes.onlyA * outcomes.onlyB;
  return (raw > 0 ? Math.max(raw - n / 2, 0) : raw) / Math.sqrt(spread);
}
