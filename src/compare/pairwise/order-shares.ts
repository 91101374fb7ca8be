import { firstSlotShare } from "../statistics/preference/first-slot-share.ts";
import { orderConsistency } from "../statistics/preference/order-consistency.ts";
import type { Preference } from "../statistics/preference/reconcile-orders.ts";
import { wilsonInterval } from "../statistics/wilson-interval.ts";
import type { PairwisePreferred } from "./pairwise-case.ts";
import type { CountedShare, PairwiseTally } from "./pairwise-result.ts";

type OrderShares = Pick<PairwiseTally, "consistency" | "kappa" | "firstSlot" | "reliable">;

/** How far a judge's preferences hang on the order of the answers; over the pairs that it was asked about. */
export function orderShares(cases: readonly PairwisePreferred[]): OrderShares {
  const asked = cases.filter(({ winner, identical }) => winner !== null && !identical);
  const consistency = orderConsistency(tableOf(asked));
  const same = asked.filter(({ inconsistent }) => !inconsistent).length;
  return {
    consistency: countedShare(same, asked.length) ?? null,
    kappa: consistency?.kappa ?? null,
    firstSlot: firstSlotOf(cases) ?? null,
    reliable: consistency?.reliable ?? true,
  };
}

const preferences: readonly Preference[] = ["a", "b", "tie"];

/** Counts the pairs by what was preferred with A first (rows) and with B first (columns). */
function tableOf(asked: readonly PairwisePreferred[]): readonly (readonly number[])[] {
  const preferred = asked.map(({ orders }) => ({
    aFirst: orders.find(({ first }) => first === "a")?.prefers,
    bFirst: orders.find(({ first }) => first === "b")?.prefers,
  }));
  return preferences.map((row) =>
    preferences.map(
      (column) =>
        preferred.filter(({ aFirst, bFirst }) => aFirst === row && bFirst === column).length,
    ),
  );
}

/** Of all judgments with a winner, also those whose other order is missing. */
function firstSlotOf(cases: readonly PairwisePreferred[]): OrderShares["firstSlot"] | undefined {
  const decisive = cases
    .flatMap(({ orders }) => orders)
    .filter(({ prefers }) => prefers === "a" || prefers === "b");
  const count = decisive.filter(({ first, prefers }) => first === prefers).length;
  const found = firstSlotShare(count, decisive.length);
  if (found === undefined) return undefined;
  const { share, interval, p } = found;
  return { share, ...interval, count, total: decisive.length, p };
}

function countedShare(count: number, total: number): CountedShare | undefined {
  const interval = wilsonInterval(count, total);
  return interval === undefined ? undefined : { share: count / total, ...interval, count, total };
}
