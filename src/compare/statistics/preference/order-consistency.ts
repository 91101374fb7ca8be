import { observedAgreement } from "../agreement/agreement-table.ts";
import { cohenKappa } from "../agreement/cohen-kappa.ts";

/** How far a judge's preferences survive showing the answers in the other order. */
export interface OrderConsistency {
  /** The share of pairs judged the same in both orders, in [0, 1]. */
  readonly agreement: number;
  /** Undefined where only one judgment occurs. */
  readonly kappa: number | undefined;
  /** Below 70 % agreement a comparison is not to be relied on. */
  readonly reliable: boolean;
}

const reliableFrom = 0.7;

/**
 * Compares the judgments of the same pairs in both orders: `table[i][j]` counts the pairs judged i with A
 * first and j with B first, the judgments (a, b, tie) in the same sequence both ways. Undefined without
 * pairs; throws a RangeError where the table is not square.
 */
export function orderConsistency(
  table: readonly (readonly number[])[],
): OrderConsistency | undefined {
  const agreement = observedAgreement(table);
  if (agreement === undefined) return undefined;
  return { agreement, kappa: cohenKappa(table), reliable: agreement >= reliableFrom };
}
