import { checkCounts, checkShare } from "../check-numbers.ts";
import { bisect } from "../special/bisect.ts";
import { logBeta } from "../special/log-gamma.ts";
import type { RateInterval } from "../wilson-interval.ts";

/**
 * A confidence sequence of a pass rate: intervals that hold the true rate all at once with the given
 * confidence, so one may look after every case and stop when one likes. Independent cases in random order.
 * A rate p stays while the mixture of all rates (uniform prior) explains the outcomes less than 1/α times
 * as well as p does:
 *
 *     ln B(1 + passed, 1 + failed) - passed·ln p - failed·ln(1 - p) < ln(1/α)      α = 1 - confidence
 *
 * H. Robbins, "Statistical Methods Related to the Law of the Iterated Logarithm", Annals of Mathematical
 * Statistics 41 (1970), 1397-1409. All of [0, 1] without cases.
 */
export function confidenceSequence(
  passed: number,
  failed: number,
  confidence = 0.95,
): RateInterval {
  checkCounts("a number of cases", [passed, failed]);
  checkShare("a confidence", confidence);
  const limit = -Math.log1p(-confidence);
  const mixture = logBeta(1 + passed, 1 + failed);
  const stays = (p: number): boolean =>
    mixture - timesLog(passed, p) - timesLog(failed, 1 - p) < limit;
  const rate = passed + failed === 0 ? 0.5 : passed / (passed + failed);
  return {
    low: bisect(0, rate, stays),
    high: bisect(rate, 1, (p) => !stays(p)),
  };
}

function timesLog(count: number, p: number): number {
  return count === 0 ? 0 : count * Math.log(p);
}
