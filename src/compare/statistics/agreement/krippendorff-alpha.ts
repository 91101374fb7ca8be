import { sum } from "../mean.ts";

/** The ratings of one item, one a rater; undefined where a rater did not rate it. */
export type ItemRatings = readonly (string | number | boolean | undefined)[];

/**
 * Krippendorff's alpha of nominal ratings: 1 - observed/expected disagreement, for any number of raters
 * and with gaps.
 *
 *     α = 1 - (n - 1) · (n - Σ o_cc) / (n² - Σ n_c²)
 *
 * over the n ratings of items with at least two, n_c of them in category c and o_cc the pairs within an
 * item that agree on c, each divided by the item's ratings less one. 1 is full agreement, 0 chance. K.
 * Krippendorff, "Content Analysis" (2004). Undefined where fewer than two categories occur.
 */
export function krippendorffAlpha(items: readonly ItemRatings[]): number | undefined {
  const counted = items.map(countByCategory).filter((counts) => sum(counts.values()) > 1);
  const totals = new Map<string | number | boolean, number>();
  const agreeing: number[] = [];
  for (const counts of counted) {
    const ratings = sum(counts.values());
    for (const [category, count] of counts) {
      totals.set(category, (totals.get(category) ?? 0) + count);
      agreeing.push((count * (count - 1)) / (ratings - 1));
    }
  }
  if (totals.size < 2) return undefined;
  const all = sum(totals.values());
  const alike = sum([...totals.values()].map((count) => count ** 2));
  return 1 - ((all - 1) * (all - sum(agreeing))) / (all ** 2 - alike);
}

function countByCategory(ratings: ItemRatings): ReadonlyMap<string | number | boolean, number> {
  const counts = new Map<string | number | boolean, number>();
  for (const rating of ratings) {
    if (rating !== undefined) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  return counts;
}
