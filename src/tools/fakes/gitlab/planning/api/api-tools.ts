import { isJsonObject, type JsonObject } from "../../../../../core/json.ts";
import type { ToolHandler } from "../../core/family.ts";
import { plainText } from "../../core/plain-text.ts";
import { parseQuery } from "../../core/query-text.ts";
import { reply } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";

/**
 * Reads any address of the REST API through the routes of all families, after
 * duo_workflow_service/tools/gitlab_api_generic.py. What no route answers, the fake cannot know.
 */
const getFromApi: ToolHandler = (args, world) => {
  const endpoint = plainText(args["endpoint"] ?? "");
  if (endpoint === "") {
    return reply({
      error: "The 'endpoint' parameter must be provided",
      details: "Please provide an API endpoint path",
    });
  }
  if (!endpoint.startsWith("/api/v4/")) {
    return reply({
      error: "Invalid endpoint format",
      endpoint,
      details: "Endpoint must start with '/api/v4/'",
    });
  }
  const [path = "", written = ""] = endpoint.split("?", 2);
  const query = { ...parseQuery(written), ...present(args["params"]) };
  const response = world.rest("GET", path, { query });
  if (response === undefined) return undefined;
  const { status, body } = response;
  if (isSuccess(response)) return reply({ status: "success", data: body });
  return reply({
    error: `API request failed with status ${String(status)}`,
    status_code: status,
    endpoint,
    details: body ?? "No error details provided",
  });
};

function present(params: unknown): JsonObject {
  if (!isJsonObject(params)) return {};
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null));
}

/** Queries are not understood: what answers them is the suite's to say. Mutations the real tool refuses. */
const askGraphql: ToolHandler = (args, world) => {
  const query = plainText(args["query"] ?? "");
  if (/(?:^|\})\s*(?:mutation|subscription)\b/.test(query.replaceAll(/#[^\n]*/g, ""))) {
    return reply({
      error: "GraphQL mutations and subscriptions are not allowed",
      details:
        "This tool only supports read-only queries. Mutations and subscriptions are not supported. Use specialized tools for write operations.",
    });
  }
  world.request("POST", "/api/graphql", { query, variables: args["variables"] ?? {} });
  return undefined;
};

/** The service's tools that reach any part of the API. */
export const apiTools: Readonly<Record<string, ToolHandler>> = {
  gitlab_api_get: getFromApi,
  gitlab_graphql: askGraphql,
};
