import { type GitLabClient, GitLabError } from "../../gitlab/index.ts";
import type { CatalogItem } from "../catalog-item.ts";
import { itemNumber } from "../item-number.ts";
import { itemQuery } from "../queries.ts";
import { objectAt, required } from "./fields.ts";
import { readItem } from "./read-answer.ts";

/**
 * One item of the catalog.
 *
 * @param id global id
 * @throws GitLabError; GITLAB_NOT_FOUND also for what the token may not see, which GitLab does not tell apart
 */
export async function askItem(
  id: string,
  client: GitLabClient,
  signal?: AbortSignal,
): Promise<CatalogItem> {
  const purpose = `reading item ${itemNumber(id)}`;
  const request = {
    document: itemQuery,
    operationName: "flowproofItem",
    variables: { id },
    purpose,
  };
  const item = objectAt(await client.graphql(request, signal), "aiCatalogItem");
  if (item !== undefined) {
    const read = readItem(item, purpose);
    return { ...read, id: required(read.id === id ? id : undefined, "such item", purpose) };
  }
  const message = `${client.instance.url} has no item ${itemNumber(id)}, or the token may not see it`;
  throw new GitLabError("GITLAB_NOT_FOUND", message, {
    hint: "`flowproof catalog list --search <name>` prints ids; private items need a token of a member",
  });
}
