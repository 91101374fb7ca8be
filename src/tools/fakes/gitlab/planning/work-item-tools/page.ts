import type { JsonObject } from "../../../../../core/json.ts";

/** A page of a GraphQL connection. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly pageInfo: JsonObject;
}

/** The items after a cursor; undefined for a cursor that none of them has. */
export function pageAfter<Item>(
  items: readonly Item[],
  {
    first,
    after,
    id,
  }: {
    readonly first: number;
    readonly after: string | null;
    readonly id: (item: Item) => number | string;
  },
): Page<Item> | undefined {
  const cursor = (item: Item): string => btoa(JSON.stringify({ id: String(id(item)) }));
  const before = after === null ? -1 : items.findIndex((item) => cursor(item) === after);
  if (after !== null && before === -1) return undefined;
  const page = items.slice(before + 1, before + 1 + first);
  const last = page.at(-1);
  return {
    items: page,
    pageInfo: {
      hasNextPage: before + 1 + first < items.length,
      endCursor: last === undefined ? null : cursor(last),
    },
  };
}
