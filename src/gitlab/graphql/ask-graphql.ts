import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { GitLabError } from "../gitlab-error.ts";
import type { Connection } from "../http/connection.ts";
import { parseJson } from "../http/parse-json.ts";
import { send } from "../http/send.ts";
import { graphqlFailure } from "./graphql-failure.ts";
import type { GraphqlRequest } from "./graphql-request.ts";

/**
 * Sends an operation and gives its `data`. A field that is null because something does not exist is
 * left to the caller, who knows what was asked for.
 *
 * @throws GitLabError
 */
export async function askGraphql(
  request: GraphqlRequest,
  connection: Connection,
  signal?: AbortSignal,
): Promise<JsonObject> {
  const { document, operationName, variables, purpose, mutates = false } = request;
  const sent = {
    method: "POST",
    path: "/api/graphql",
    body: JSON.stringify({ query: document, operationName, variables }),
    purpose,
  } as const;
  return send(sent, connection, {
    idempotent: !mutates,
    signal,
    read: (response) => readData(request, parseJson(sent, response)),
  });
}

function readData(request: GraphqlRequest, answer: JsonValue): JsonObject {
  if (!isJsonObject(answer)) throw unreadable(request.purpose);
  const failure = graphqlFailure(request, answer);
  if (failure !== undefined) throw failure;
  const data = answer["data"];
  if (!isJsonObject(data)) throw unreadable(request.purpose);
  return data;
}

function unreadable(purpose: string): GitLabError {
  const message = `${purpose}: the response is not that of a GraphQL API`;
  return new GitLabError("GITLAB_RESPONSE_UNREADABLE", message, {
    hint: "check that the address is that of the GitLab instance",
  });
}
