import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { GitLabClient } from "../create-gitlab-client.ts";
import { GitLabError } from "../gitlab-error.ts";
import type { GraphqlRequest } from "../graphql/graphql-request.ts";
import { type ChatResource, parseChatResource } from "./chat-resource.ts";

type Query = Pick<GraphqlRequest, "document" | "operationName">;

const queries: Readonly<Record<Exclude<ChatResource["kind"], "gid">, Query>> = {
  path: {
    operationName: "ChatPath",
    document:
      "query ChatPath($path: ID!) { project(fullPath: $path) { id } group(fullPath: $path) { id } }",
  },
  issue: {
    operationName: "ChatIssue",
    document:
      "query ChatIssue($path: ID!, $iid: String!) { project(fullPath: $path) { issue(iid: $iid) { id } } }",
  },
  merge_request: {
    operationName: "ChatMergeRequest",
    document:
      "query ChatMergeRequest($path: ID!, $iid: String!) { project(fullPath: $path) { mergeRequest(iid: $iid) { id } } }",
  },
  epic: {
    operationName: "ChatEpic",
    document:
      "query ChatEpic($path: ID!, $iid: ID!) { group(fullPath: $path) { epic(iid: $iid) { id } } }",
  },
};

/** Documents of the chat, for whoever checks them against a schema. */
export const chatResourceDocuments: readonly string[] = Object.values(queries).map(
  ({ document }) => document,
);

/**
 * The global id of what is to be asked about.
 *
 * @throws AppError DUO_CHAT_RESOURCE_INVALID
 * @throws GitLabError DUO_CHAT_RESOURCE_UNKNOWN, or why the instance could not be asked
 */
export async function resolveChatResource(
  client: GitLabClient,
  text: string,
  signal?: AbortSignal,
): Promise<string> {
  const resource = parseChatResource(text);
  if (resource.kind === "gid") return resource.gid;
  const { path } = resource;
  const variables: JsonObject = resource.kind === "path" ? { path } : { path, iid: resource.iid };
  const purpose = `looking for ${text}`;
  const data = await client.graphql({ ...queries[resource.kind], variables, purpose }, signal);
  const gid = idIn(data);
  if (gid !== undefined) return gid;
  throw new GitLabError(
    "DUO_CHAT_RESOURCE_UNKNOWN",
    `there is no ${text} on ${client.instance.url}`,
    {
      hint: "check how it is written, and that the token's user may see it",
    },
  );
}

/** The first id in an answer, however deep: all that was asked for are objects and ids. */
function idIn(value: JsonValue | undefined): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const { id, ...others } = value;
  if (typeof id === "string" && id.startsWith("gid://")) return id;
  for (const other of Object.values(others)) {
    const found = idIn(other);
    if (found !== undefined) return found;
  }
  return undefined;
}
