import { checkCounts } from "../check-numbers.ts";
import { sum } from "../mean.ts";

/** Two raters' categories counted against each other, as shares of all items. */
export interface AgreementShares {
  readonly observed: number;
  /** Each category's share with the first rater (rows) and with the second (columns). */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The shares of an agreement table: `table[i][j]` counts the items that the first rater put into category
 * i and the second into j. Undefined without items; throws a RangeError where the table is not square.
 */
export function agreementShares(
  table: readonly (readonly number[])[],
): AgreementShares | undefined {
  for (const row of table) {
    checkCounts("a count", row);
    if (row.length !== table.length) throw new RangeError("an agreement table is square");
  }
  const total = sum(table.flat());
  if (total === 0) return undefined;
  return {
    observed: sum(table.map((row, category) => row[category] ?? 0)) / total,
    rows: table.map((row) => sum(row) / total),
    columns: table.map((_, category) => sum(table.map((row) => row[category] ?? 0)) / total),
  };
}

/** The share of items that both raters put into the same category; undefined without items. */
export function observedAgreement(table: readonly (readonly number[])[]): number | undefined {
  return agreementShares(table)?.observed;
}
