import { AppError } from "../../core/errors/app-error.ts";
import type { GitLabClient } from "../../gitlab/index.ts";
import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";
import { itemNumber } from "../item-number.ts";
import { agentConfigQuery } from "../queries.ts";
import { textAt } from "./fields.ts";

/**
 * The text of a version, byte for byte as the instance gives it: an agent's flow config is made by the
 * instance, a flow's is what its author wrote.
 *
 * @throws GitLabError, or AppError CATALOG_NO_CONFIG where the instance has no text
 */
export async function askConfig(
  item: CatalogItem,
  version: CatalogVersion,
  { client, signal }: { readonly client: GitLabClient; readonly signal?: AbortSignal | undefined },
): Promise<string> {
  const what = `version ${version.name} of item ${itemNumber(item.id)} ("${item.name}")`;
  const text =
    item.kind === "agent"
      ? await askAgentConfig(version.id, what, { client, signal })
      : version.definition;
  if (text !== undefined && text.trim() !== "") return text;
  throw new AppError("CATALOG_NO_CONFIG", `the instance has no config for ${what}`, {
    hint:
      item.kind === "agent"
        ? "the token's user may see the item but not this version; drafts need rights in its project"
        : "flows from before GitLab 19 were made of steps; save it again in the catalog",
  });
}

async function askAgentConfig(
  id: string,
  what: string,
  { client, signal }: { readonly client: GitLabClient; readonly signal?: AbortSignal | undefined },
): Promise<string | undefined> {
  const request = {
    document: agentConfigQuery,
    operationName: "flowproofAgentConfig",
    variables: { id },
    purpose: `reading ${what}`,
  };
  return textAt(await client.graphql(request, signal), "aiCatalogAgentFlowConfig");
}
