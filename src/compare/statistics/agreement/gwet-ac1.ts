import { sum } from "../mean.ts";
import { agreementShares } from "./agreement-table.ts";

/**
 * Gwet's AC1: the agreement of two raters beyond chance, (observed - chance)/(1 - chance), with chance =
 * Σ π(1 - π)/(q - 1), π a category's mean share with both raters and q the number of categories. Unlike
 * kappa it stays high where nearly all items are of one category and the raters agree. K. L. Gwet,
 * "Computing Inter-rater Reliability and its Variance in the Presence of High Agreement", British
 * Journal of Mathematical and Statistical Psychology 61 (2008), 29-48. Undefined without items; throws a
 * RangeError below two categories.
 */
export function gwetAc1(table: readonly (readonly number[])[]): number | undefined {
  if (table.length < 2) throw new RangeError("agreement takes at least two categories");
  const shares = agreementShares(table);
  if (!shares) return undefined;
  const { observed, rows, columns } = shares;
  const both = rows.map((row, category) => (row + (columns[category] ?? 0)) / 2);
  const chance = sum(both.map((share) => share * (1 - share))) / (table.length - 1);
  return (observed - chance) / (1 - chance);
}
