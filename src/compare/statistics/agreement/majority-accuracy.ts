import { checkRate } from "../check-numbers.ts";
import { binomialAtMost } from "../special/binomial.ts";

/**
 * How often the majority of an odd number of judges is right, each right with chance `accuracy` in [0, 1]
 * and independently of the others: the chance of more than half. Real judges err together, so this is
 * the most that votes can bring (Condorcet, 1785). Throws a RangeError where `judges` is not odd.
 */
export function majorityAccuracy(accuracy: number, judges: number): number {
  checkRate("an accuracy", accuracy);
  if (!Number.isInteger(judges) || judges < 1 || judges % 2 === 0) {
    throw new RangeError(`a majority takes an odd number of judges, not ${judges}`);
  }
  return binomialAtMost((judges - 1) / 2, { n: judges, p: 1 - accuracy });
}
