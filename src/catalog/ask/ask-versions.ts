import { type GitLabClient, GitLabError } from "../../gitlab/index.ts";
import type { CatalogVersion } from "../catalog-item.ts";
import { itemNumber } from "../item-number.ts";
import { versionsQuery } from "../queries.ts";
import { objectAt } from "./fields.ts";
import { pagesOf } from "./pages.ts";
import { readVersion } from "./read-answer.ts";

/** Each version brings its text, of up to 40 KiB. */
const pageSize = 20;

/**
 * Every version of an item, as the instance sorts them.
 *
 * @param id global id of the item
 * @throws GitLabError
 */
export async function askVersions(
  id: string,
  client: GitLabClient,
  signal?: AbortSignal,
): Promise<readonly CatalogVersion[]> {
  const purpose = `reading the versions of item ${itemNumber(id)}`;
  const ask = async (after: string | undefined): ReturnType<Parameters<typeof pagesOf>[0]> => {
    const variables = { id, first: pageSize, after: after ?? null };
    const request = {
      document: versionsQuery,
      operationName: "flowproofVersions",
      variables,
      purpose,
    };
    const item = objectAt(await client.graphql(request, signal), "aiCatalogItem");
    if (item === undefined) {
      const message = `${purpose}: ${client.instance.url} has no such item, or the token may not see it`;
      throw new GitLabError("GITLAB_NOT_FOUND", message, {
        hint: "it was deleted, or its visibility changed",
      });
    }
    return objectAt(item, "versions");
  };
  const versions: CatalogVersion[] = [];
  for await (const node of pagesOf(ask, purpose)) versions.push(readVersion(node, purpose));
  return versions;
}
