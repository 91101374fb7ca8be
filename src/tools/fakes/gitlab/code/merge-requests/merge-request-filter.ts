import type { JsonObject } from "../../../../../core/json.ts";
import { choiceParam, listParam, numberParam, textParam } from "../../core/params.ts";
import { badRequest } from "../../core/rest.ts";
import type { World } from "../../core/world.ts";
import type { MergeRequest } from "./merge-request.ts";

type Test = (mergeRequest: MergeRequest) => boolean;

/** Parameters of a list of merge requests. */
export const mergeRequestFilters: readonly string[] = [
  "state",
  "author_id",
  "author_username",
  "assignee_id",
  "assignee_username",
  "reviewer_id",
  "reviewer_username",
  "milestone",
  "labels",
  "search",
  "scope",
  "source_branch",
  "target_branch",
];

/** What a list of merge requests is asked for. */
export function mergeRequestFilter(query: JsonObject, world: World): Test {
  const tests: Test[] = [
    byState(query),
    person(query, "author", world, ({ author }) => [author]),
    person(query, "assignee", world, ({ assignees }) => assignees),
    person(query, "reviewer", world, ({ reviewers }) => reviewers.map(({ username }) => username)),
    byMilestone(query),
    byLabels(query),
    bySearch(query),
    byScope(query, world),
    byBranch(query),
  ];
  return (mergeRequest) => tests.every((test) => test(mergeRequest));
}

function byState(query: JsonObject): Test {
  const state =
    choiceParam(query, "state", ["opened", "closed", "locked", "merged", "all"]) ?? "all";
  return (mergeRequest) => state === "all" || mergeRequest.state === state;
}

/** By id or by name, but not by both. */
function person(
  ...given: readonly [JsonObject, string, World, (of: MergeRequest) => readonly string[]]
): Test {
  const [query, role, world, names] = given;
  const id = numberParam(query, `${role}_id`);
  const name = textParam(query, `${role}_username`);
  if (id !== undefined && name !== undefined) {
    throw badRequest(`${role}_id, ${role}_username are mutually exclusive`);
  }
  if (id === undefined && name === undefined) return () => true;
  const wanted = name ?? world.userWithId(id ?? 0)?.username;
  return (mergeRequest) => wanted !== undefined && names(mergeRequest).includes(wanted);
}

function byMilestone(query: JsonObject): Test {
  const title = textParam(query, "milestone");
  if (title === undefined) return () => true;
  if (title.toLowerCase() === "none") return ({ milestone }) => milestone === null;
  if (title.toLowerCase() === "any") return ({ milestone }) => milestone !== null;
  return ({ milestone }) => milestone === title;
}

function byLabels(query: JsonObject): Test {
  const wanted = listParam(query, "labels") ?? [];
  if (wanted.some((name) => name.toLowerCase() === "none"))
    return ({ labels }) => labels.length === 0;
  if (wanted.some((name) => name.toLowerCase() === "any")) return ({ labels }) => labels.length > 0;
  return ({ labels }) => wanted.every((name) => labels.includes(name));
}

function bySearch(query: JsonObject): Test {
  const words = (textParam(query, "search") ?? "").toLowerCase();
  return ({ title, description }) =>
    title.toLowerCase().includes(words) || (description ?? "").toLowerCase().includes(words);
}

/** With dashes, as the API once wrote them, and with underscores. */
const scopes: Readonly<Record<string, (me: string) => Test>> = {
  created_by_me: (me) => (each) => each.author === me,
  assigned_to_me: (me) => (each) => each.assignees.includes(me),
  reviews_for_me: (me) => (each) => each.reviewers.some(({ username }) => username === me),
  all: () => () => true,
};

function byScope(query: JsonObject, world: World): Test {
  const scope = textParam(query, "scope")?.replaceAll("-", "_") ?? "all";
  const test = Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  if (test === undefined) throw badRequest("scope does not have a valid value");
  return test(world.currentUser.username);
}

function byBranch(query: JsonObject): Test {
  const source = textParam(query, "source_branch");
  const target = textParam(query, "target_branch");
  return ({ sourceBranch, targetBranch }) =>
    (source === undefined || sourceBranch === source) &&
    (target === undefined || targetBranch === target);
}
