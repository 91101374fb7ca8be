import { type ItemRecord, mayReadItem } from "../../state/index.ts";
import type { Args, GraphqlContext } from "../context.ts";

const levels = [
  "gitlab_maintained",
  "gitlab_partner_maintained",
  "verified_creator_maintained",
  "verified_creator_self_managed",
  "unverified",
];

/** The items that somebody may see, as `itemType(s)`, `search` and `sort` choose and order them. */
export function searchItems({ state, viewer }: GraphqlContext, args: Args): ItemRecord[] {
  const { itemType, itemTypes, search, sort } = args;
  const types: readonly unknown[] = [
    ...(Array.isArray(itemTypes) ? itemTypes : []),
    ...(typeof itemType === "string" ? [itemType] : []),
  ];
  const words = typeof search === "string" ? search.toLowerCase() : "";
  return [...state.items.values()]
    .filter((item) => mayReadItem(viewer, item))
    .filter(({ type }) => types.length === 0 || types.includes(type.toUpperCase()))
    .filter(({ name, description }) => `${name}\n${description}`.toLowerCase().includes(words))
    .toSorted((a, b) => compareBy(sort, a, b) || b.id - a.id);
}

const starsOf = ({ otherStars, starredBy }: ItemRecord): number => otherStars + starredBy.size;
const rankOf = ({ verification }: ItemRecord): number => levels.indexOf(verification);

function compareBy(sort: unknown, a: ItemRecord, b: ItemRecord): number {
  switch (sort) {
    case "STAR_COUNT_ASC":
      return starsOf(a) - starsOf(b);
    case "STAR_COUNT_DESC":
      return starsOf(b) - starsOf(a);
    case "USAGE_COUNT_ASC":
      return a.usage - b.usage;
    case "USAGE_COUNT_DESC":
      return b.usage - a.usage;
    default:
      return rankOf(a) - rankOf(b);
  }
}
