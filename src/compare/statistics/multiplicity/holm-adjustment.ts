import { checkRate } from "../check-numbers.ts";

/**
 * Holm's adjusted p-values, in the order given, for gates: rejecting those at most α raises any false
 * alarm in the family with a chance of at most α, whatever the tests' dependence. The smallest of m
 * times m, the next times m - 1, and so on, never below the one before, at most 1. S. Holm, "A Simple
 * Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979), 65-70.
 */
export function holmAdjustment(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) checkRate("a p-value", p);
  const adjusted = pValues.slice();
  let least = 0;
  for (const [rank, place] of placesByValue(pValues).entries()) {
    least = Math.min(1, Math.max(least, (pValues.length - rank) * (pValues[place] ?? 1)));
    adjusted[place] = least;
  }
  return adjusted;
}

/** The places of the values in ascending order of value. */
export function placesByValue(values: readonly number[]): readonly number[] {
  return [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}
