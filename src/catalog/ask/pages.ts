import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { GitLabError } from "../../gitlab/index.ts";
import { objectAt, textAt } from "./fields.ts";

/** More pages than any catalog has: an instance that never ends must not keep us forever. */
const maxPages = 1000;

/**
 * Everything of a connection, page by page.
 *
 * @param ask gives the connection that follows a cursor
 * @yields the nodes that may be seen
 * @throws GitLabError GITLAB_RESPONSE_UNREADABLE for pages that do not end
 */
export async function* pagesOf(
  ask: (after: string | undefined) => Promise<JsonObject | undefined>,
  purpose: string,
): AsyncGenerator<JsonObject> {
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const connection = await ask(after);
    const nodes = connection?.["nodes"];
    if (Array.isArray(nodes)) yield* nodes.filter(isJsonObject);
    const info = objectAt(connection ?? {}, "pageInfo") ?? {};
    const next = textAt(info, "endCursor");
    if (info["hasNextPage"] !== true) return;
    if (next === undefined || next === after) break;
    after = next;
  }
  throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", `${purpose}: the pages do not end`, {
    hint: "the instance gives the same page again and again; tell its administrators",
  });
}
