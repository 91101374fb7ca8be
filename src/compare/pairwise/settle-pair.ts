import { reconcileOrders } from "../statistics/preference/reconcile-orders.ts";
import type { PairwiseOrder, PairwisePreferred } from "./pairwise-case.ts";

/** What the judgments of a pair in both orders come to: nothing, where one of them is missing. */
export function settlePair(orders: readonly PairwiseOrder[]): PairwisePreferred {
  const preferenceIn = (first: PairwiseOrder["first"]): PairwiseOrder["prefers"] =>
    orders.find((order) => order.first === first)?.prefers ?? null;
  const [aFirst, bFirst] = [preferenceIn("a"), preferenceIn("b")];
  const rest = { orders, identical: false };
  if (aFirst === null || bFirst === null) return { winner: null, inconsistent: false, ...rest };
  const { preference, inconsistent } = reconcileOrders(aFirst, bFirst);
  return { winner: preference, inconsistent, ...rest };
}

/** Two answers that are the same to the letter: whoever would be asked could say nothing else. */
export const identicalPair: PairwisePreferred = {
  winner: "tie",
  inconsistent: false,
  orders: [],
  identical: true,
};
