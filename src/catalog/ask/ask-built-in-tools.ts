import type { GitLabClient } from "../../gitlab/index.ts";
import { builtInToolsQuery } from "../queries.ts";
import { objectAt, required, textAt } from "./fields.ts";
import { pagesOf } from "./pages.ts";

/** A tool that agents of an instance may have. The API has no schemas of arguments. */
export interface BuiltInTool {
  /** Global id. */
  readonly id: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
}

const pageSize = 100;

/**
 * The tools that an instance offers to agents, as it names and describes them.
 *
 * @throws GitLabError
 */
export async function askBuiltInTools(
  client: GitLabClient,
  signal?: AbortSignal,
): Promise<readonly BuiltInTool[]> {
  const purpose = "listing the tools of the instance";
  const ask = async (after: string | undefined): ReturnType<Parameters<typeof pagesOf>[0]> => {
    const request = {
      document: builtInToolsQuery,
      operationName: "flowproofBuiltInTools",
      variables: { first: pageSize, after: after ?? null },
      purpose,
    };
    return objectAt(await client.graphql(request, signal), "aiCatalogBuiltInTools");
  };
  const tools: BuiltInTool[] = [];
  for await (const node of pagesOf(ask, purpose)) {
    tools.push({
      id: required(textAt(node, "id"), "id of a tool", purpose),
      name: required(textAt(node, "name"), "name of a tool", purpose),
      title: textAt(node, "title"),
      description: textAt(node, "description"),
    });
  }
  return tools;
}
