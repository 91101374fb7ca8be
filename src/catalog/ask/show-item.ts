import type { GitLabClient } from "../../gitlab/index.ts";
import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";
import { itemGlobalId } from "../item-number.ts";
import { askItem } from "./ask-item.ts";
import { askVersions } from "./ask-versions.ts";

/** An item with all its versions, as the instance sorts them. */
export interface ShownItem {
  readonly item: CatalogItem;
  readonly versions: readonly CatalogVersion[];
}

/** Everything there is to know about the item of a number. @throws GitLabError */
export async function showItem(
  number: string,
  client: GitLabClient,
  signal?: AbortSignal,
): Promise<ShownItem> {
  const id = itemGlobalId(number);
  const item = await askItem(id, client, signal);
  return { item, versions: await askVersions(id, client, signal) };
}
