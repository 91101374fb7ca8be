import { checkRate } from "../check-numbers.ts";
import { placesByValue } from "./holm-adjustment.ts";

/**
 * Benjamini and Hochberg's adjusted p-values, in the order given, for tables that one explores: of those at
 * most q, a share of at most q is expected to be false alarms, where the tests are independent or
 * positively dependent. The k-th smallest of m times m/k, never above the one after. Y. Benjamini and Y.
 * Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995), 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) checkRate("a p-value", p);
  const adjusted = pValues.slice();
  let most = 1;
  for (const [fromTop, place] of placesByValue(pValues).toReversed().entries()) {
    const rank = pValues.length - fromTop;
    most = Math.min(most, (pValues.length * (pValues[place] ?? 1)) / rank);
    adjusted[place] = most;
  }
  return adjusted;
}
