import { cohenKappa, gwetAc1, krippendorffAlpha } from "../../compare/index.ts";
import type { LabeledItem } from "./labeled-item.ts";

/** Two people who labeled the same. */
export interface PairAgreement {
  readonly a: string;
  readonly b: string;
  /** What both labeled. */
  readonly items: number;
  readonly agreed: number;
  /** Null where it is not defined: both used one label only. */
  readonly kappa: number | null;
  readonly ac1: number | null;
}

/** How far people agree with each other: a judge cannot be held to more. */
export interface PeopleAgreement {
  /** Named and unnamed, sorted. */
  readonly people: readonly string[];
  /** Only those who have something in common. */
  readonly pairs: readonly PairAgreement[];
  /** Krippendorff's alpha of all of them; null where it is not defined. */
  readonly alpha: number | null;
}

export function peopleAgreement(items: readonly LabeledItem[]): PeopleAgreement {
  const people = [...new Set(items.flatMap(({ opinions }) => [...opinions.keys()]))].toSorted();
  const pairs = people.flatMap((a, index) =>
    people.slice(index + 1).flatMap((b) => pairAgreement(items, a, b)),
  );
  const ratings = items.map(({ opinions }) => people.map((person) => opinions.get(person)));
  return {
    people,
    pairs,
    alpha: pairs.length === 0 ? null : (krippendorffAlpha(ratings) ?? null),
  };
}

function pairAgreement(
  items: readonly LabeledItem[],
  a: string,
  b: string,
): PairAgreement | readonly [] {
  const common = items.flatMap(({ opinions }) => {
    const [first, second] = [opinions.get(a), opinions.get(b)];
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
  if (common.length === 0) return [];
  const table = [true, false].map((row) =>
    [true, false].map(
      (column) => common.filter(({ first, second }) => first === row && second === column).length,
    ),
  );
  return {
    a,
    b,
    items: common.length,
    agreed: common.filter(({ first, second }) => first === second).length,
    kappa: cohenKappa(table) ?? null,
    ac1: gwetAc1(table) ?? null,
  };
}
