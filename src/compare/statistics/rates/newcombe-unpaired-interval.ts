import { checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { checkPassCount, type PassCount } from "../pass-count.ts";
import { wilsonInterval } from "../wilson-interval.ts";

/**
 * Newcombe's hybrid score interval of the difference of two pass rates, B - A, where the systems ran on
 * different independent cases, so that nothing can be paired: the Wilson intervals of both, square and
 * add (his method 10 for independent samples). R. G. Newcombe, "Interval Estimation for the Difference
 * between Independent Proportions", Statistics in Medicine 17 (1998), 873-890. In [-1, 1]; undefined
 * where a system has no cases.
 */
export function newcombeUnpairedInterval(
  a: PassCount,
  b: PassCount,
  confidence = 0.95,
): Interval | undefined {
  checkPassCount(a);
  checkPassCount(b);
  checkShare("a confidence", confidence);
  const ofA = wilsonInterval(a.passed, a.total, confidence);
  const ofB = wilsonInterval(b.passed, b.total, confidence);
  if (!ofA || !ofB) return undefined;
  const rateA = a.passed / a.total;
  const rateB = b.passed / b.total;
  return {
    low: rateB - rateA - Math.hypot(rateB - ofB.low, ofA.high - rateA),
    high: rateB - rateA + Math.hypot(ofB.high - rateB, rateA - ofA.low),
  };
}
