import { sum } from "../mean.ts";
import { agreementShares } from "./agreement-table.ts";

/**
 * Cohen's kappa: the agreement of two raters beyond what their own shares of each category would give by
 * chance, (observed - chance)/(1 - chance), chance = Σ rowᵢ·columnᵢ. 1 is full agreement, 0 chance. Falls
 * where nearly all items are of one category, so show Gwet's AC1 beside it. J. Cohen, "A Coefficient of
 * Agreement for Nominal Scales", Educational and Psychological Measurement 20 (1960), 37-46. Undefined
 * without items and where both raters used the same single category.
 */
export function cohenKappa(table: readonly (readonly number[])[]): number | undefined {
  const shares = agreementShares(table);
  if (!shares) return undefined;
  const { observed, rows, columns } = shares;
  if (rows.some((row, category) => row === 1 && columns[category] === 1)) return undefined;
  const chance = sum(rows.map((row, category) => row * (columns[category] ?? 0)));
  return (observed - chance) / (1 - chance);
}
