import { isJsonObject, type JsonValue } from "../../../../../core/json.ts";
import { groupOf, projectOf } from "../../core/find-owner.ts";
import { choiceParam, pageOf, requiredText } from "../../core/params.ts";
import { badRequest } from "../../core/rest.ts";
import type { Group, Project, RestRequest, Route } from "../../core/world.ts";

const query = [
  "confidential",
  "order_by",
  "page",
  "per_page",
  "ref",
  "scope",
  "search",
  "sort",
  "state",
];

/** The search API (docs.gitlab.com/api/search) over what the families find. */
export const searchRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/search",
    query,
    answer: (request) => {
      if (request.query["scope"] === "projects") throw wrongScope();
      return search(request, [projectOf(request)]);
    },
  },
  {
    method: "GET",
    path: "/groups/:id/search",
    query,
    answer: (request) => {
      const group = groupOf(request);
      const { groups, projects } = request.world;
      const below = [...groups, ...projects].filter(({ path }) =>
        path.startsWith(`${group.path}/`),
      );
      return search(request, [group, ...below]);
    },
  },
  {
    method: "GET",
    path: "/search",
    query,
    answer: (request) => search(request, [...request.world.groups, ...request.world.projects]),
  },
];

/** Newest first, or as `sort` says, where the results have a time; what is found twice is one result. */
function search(request: RestRequest, owners: readonly (Group | Project)[]): JsonValue {
  const { world, query: params } = request;
  const scope = requiredText(params, "scope");
  const text = requiredText(params, "search");
  choiceParam(params, "order_by", ["created_at"]);
  const direction = choiceParam(params, "sort", ["asc", "desc"]);
  const found = owners.map((owner) => world.search(scope, { world, owner, text, params }));
  if (found.some((results) => results === undefined)) throw wrongScope();
  const distinct = new Map(
    found.flatMap((results) => results ?? []).map((each) => [JSON.stringify(each), each] as const),
  );
  const sorted = [...distinct.values()].toSorted((a, b) => compare(timeOf(b), timeOf(a)));
  return pageOf(direction === "asc" ? sorted.toReversed() : sorted, params);
}

function wrongScope(): Error {
  return badRequest("scope does not have a valid value");
}

function timeOf(result: JsonValue): string {
  const time = isJsonObject(result) ? result["created_at"] : undefined;
  return typeof time === "string" ? time : "";
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
