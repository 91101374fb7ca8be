import type { GitLabClient } from "../../gitlab/index.ts";
import { type CatalogItem, type ItemKind, itemKinds } from "../catalog-item.ts";
import { itemsQuery } from "../queries.ts";
import { objectAt } from "./fields.ts";
import { pagesOf } from "./pages.ts";
import { readItem } from "./read-answer.ts";

const pageSize = 50;

export interface ItemSearch {
  /** All of them where it is left out. */
  readonly kinds?: readonly ItemKind[] | undefined;
  readonly search?: string | undefined;
}

/**
 * The items that the token may see, in the order of the instance.
 *
 * @yields items without the definitions of their versions
 */
export async function* askItems(
  { kinds, search }: ItemSearch,
  client: GitLabClient,
  signal?: AbortSignal,
): AsyncGenerator<CatalogItem> {
  const purpose = "listing the catalog";
  const types = (kinds ?? itemKinds).map((kind) => kind.toUpperCase());
  const ask = async (after: string | undefined): ReturnType<Parameters<typeof pagesOf>[0]> => {
    const variables = { types, search: search ?? null, first: pageSize, after: after ?? null };
    const request = { document: itemsQuery, operationName: "flowproofItems", variables, purpose };
    return objectAt(await client.graphql(request, signal), "aiCatalogItems");
  };
  for await (const node of pagesOf(ask, purpose)) yield readItem(node, purpose);
}
