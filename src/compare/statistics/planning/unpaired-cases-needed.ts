import { checkRate } from "../check-numbers.ts";
import { levelQuantiles, type TestLevel } from "./test-level.ts";

/**
 * How many cases each of two systems needs where they run on different independent cases, to tell pass
 * rates a and b apart, not rounded up:
 *
 *     n = (z(α/2)·√(2m(1 - m)) + z(power)·√(a(1 - a) + b(1 - b)))² / (a - b)²      m = (a + b)/2
 *
 * J. L. Fleiss, "Statistical Methods for Rates and Proportions" (1981). Throws a RangeError where
 * the rates are the same.
 */
export function unpairedCasesNeeded(
  rates: { readonly a: number; readonly b: number },
  level: TestLevel = {},
): number {
  const { a, b } = rates;
  checkRate("a rate", a);
  checkRate("a rate", b);
  if (a === b) throw new RangeError("two rates that are the same cannot be told apart");
  const z = levelQuantiles(level);
  const middle = (a + b) / 2;
  const alike = Math.sqrt(2 * middle * (1 - middle));
  const apart = Math.sqrt(a * (1 - a) + b * (1 - b));
  return ((z.level * alike + z.power * apart) / (a - b)) ** 2;
}
