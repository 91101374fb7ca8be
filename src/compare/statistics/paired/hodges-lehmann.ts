import { checkFinite } from "../check-numbers.ts";
import { bisect } from "../special/bisect.ts";

/**
 * The Hodges-Lehmann estimate of the middle of differences: the median of the means of all pairs of them,
 * each with itself too, in their unit; it goes with Wilcoxon's test and hardly moves with outliers. Found
 * by halving, in n log n steps rather than n². J. L. Hodges and E. L. Lehmann, "Estimates of Location
 * Based on Rank Tests", Annals of Mathematical Statistics 34 (1963), 598-611. Undefined without
 * differences.
 */
export function hodgesLehmann(differences: readonly number[]): number | undefined {
  checkFinite("a difference", differences);
  const sorted = differences.toSorted((a, b) => a - b);
  const pairs = (sorted.length * (sorted.length + 1)) / 2;
  if (pairs === 0) return undefined;
  const below = pairMean(sorted, Math.ceil(pairs / 2));
  return pairs % 2 === 1 ? below : (below + pairMean(sorted, pairs / 2 + 1)) / 2;
}

/** The pair mean of that place, from 1, in ascending order. */
function pairMean(sorted: readonly number[], place: number): number {
  const lowest = sorted[0] ?? 0;
  const highest = sorted.at(-1) ?? 0;
  return bisect(lowest, highest, (x) => pairsUpTo(sorted, x) >= place);
}

/** How many pairs have a mean of at most x: as one partner grows, the other must shrink. */
function pairsUpTo(sorted: readonly number[], x: number): number {
  let pairs = 0;
  let partner = sorted.length - 1;
  for (const [place, value] of sorted.entries()) {
    while (partner >= place && (value + (sorted[partner] ?? 0)) / 2 > x) partner -= 1;
    if (partner < place) break;
    pairs += partner - place + 1;
  }
  return pairs;
}
