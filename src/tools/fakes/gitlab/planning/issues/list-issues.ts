import type { JsonObject } from "../../../../../core/json.ts";
import {
  choiceParam,
  flagParam,
  listParam,
  numberParam,
  pageOf,
  textParam,
  timeParam,
} from "../../core/params.ts";
import { badRequest } from "../../core/rest.ts";
import type { World } from "../../core/world.ts";
import {
  dueWords,
  hasLabels,
  hasState,
  hasWords,
  isBetween,
  isDue,
  type Condition,
} from "../work-items/conditions.ts";
import { itemOrders, sortItems } from "../work-items/sort-items.ts";
import { epicWithId } from "../work-items/work-item-store.ts";
import { healthStatuses, referenceOf, type WorkItem } from "../work-items/work-item.ts";
import { hasPerson } from "./has-person.ts";

/** Parameters that the list of issues honors. */
export const issueQuery = [
  "assignee_id",
  "assignee_username",
  "author_id",
  "author_username",
  "confidential",
  "created_after",
  "created_before",
  "due_date",
  "epic_id",
  "health_status",
  "iids",
  "issue_type",
  "labels",
  "milestone",
  "order_by",
  "page",
  "per_page",
  "scope",
  "search",
  "sort",
  "state",
  "updated_after",
  "updated_before",
] as const;

/** The page of issues that a query asks for. */
export function listIssues(
  world: World,
  items: readonly WorkItem[],
  query: JsonObject,
): readonly WorkItem[] {
  const conditions = [
    ...textConditions(query),
    ...peopleConditions(world, query),
    ...planConditions(world, query),
    ...timeConditions(world, query),
  ];
  const found = items.filter((item) => conditions.every((condition) => condition(item)));
  const order = choiceParam(query, "order_by", itemOrders) ?? "created_at";
  const direction = choiceParam(query, "sort", ["asc", "desc"]) ?? "desc";
  return pageOf(sortItems(found, order, direction), query);
}

function textConditions(query: JsonObject): readonly Condition[] {
  const state = choiceParam(query, "state", ["opened", "closed", "all"]);
  const search = textParam(query, "search");
  const labels = listParam(query, "labels");
  const iids = listParam(query, "iids")?.map(Number);
  const confidential = flagParam(query, "confidential");
  const type = choiceParam(query, "issue_type", ["issue", "incident", "test_case", "task"]);
  return [
    ...given(state, hasState),
    ...given(search, hasWords),
    ...given(labels, hasLabels),
    ...given(
      iids,
      (wanted) =>
        ({ iid }) =>
          wanted.includes(iid),
    ),
    ...given(
      confidential,
      (wanted) =>
        ({ isConfidential }) =>
          isConfidential === wanted,
    ),
    ...given(type, (wanted) => (item) => item.type === wanted),
  ];
}

function peopleConditions(world: World, query: JsonObject): readonly Condition[] {
  const scope = choiceParam(query, "scope", [
    "created_by_me",
    "assigned_to_me",
    "created-by-me",
    "assigned-to-me",
    "all",
  ]);
  const me = world.currentUser.username;
  const mine: Condition = scope?.startsWith("created")
    ? ({ author }) => author === me
    : ({ assignees }) => scope === undefined || scope === "all" || assignees.includes(me);
  for (const who of ["assignee", "author"]) {
    if (
      textParam(query, `${who}_id`) !== undefined &&
      textParam(query, `${who}_username`) !== undefined
    ) {
      throw badRequest(`${who}_id, ${who}_username are mutually exclusive`);
    }
  }
  return [
    mine,
    ...hasPerson(world, query, { key: "assignee", of: ({ assignees }) => assignees }),
    ...hasPerson(world, query, { key: "author", of: ({ author }) => [author] }),
  ];
}

function planConditions(world: World, query: JsonObject): readonly Condition[] {
  const milestone = textParam(query, "milestone");
  const health = choiceParam(query, "health_status", ["None", "Any", ...healthStatuses]);
  return [
    ...given(milestone, (wanted) => anyOrNone(wanted, (item) => item.milestone)),
    ...given(health, (wanted) => anyOrNone(wanted, (item) => item.healthStatus)),
    ...given(textParam(query, "epic_id"), (wanted) => inEpic(world, query, wanted)),
  ];
}

function inEpic(world: World, query: JsonObject, wanted: string): Condition {
  if (/^(?:none|any)$/i.test(wanted)) return anyOrNone(wanted, ({ parent }) => parent);
  const epic = epicWithId(world, numberParam(query, "epic_id") ?? 0);
  const reference = epic === undefined ? undefined : referenceOf(epic);
  return ({ parent }) => parent === reference;
}

function timeConditions(world: World, query: JsonObject): readonly Condition[] {
  const between = (name: string, time: (item: WorkItem) => string): Condition =>
    isBetween(time, timeParam(query, `${name}_after`), timeParam(query, `${name}_before`));
  return [
    between("created", ({ createdAt }) => createdAt),
    between("updated", ({ updatedAt }) => updatedAt),
    ...given(choiceParam(query, "due_date", dueWords), (word) => isDue(word, world.now)),
  ];
}

function anyOrNone(wanted: string, value: (item: WorkItem) => string | null): Condition {
  if (wanted.toLowerCase() === "none") return (item) => value(item) === null;
  if (wanted.toLowerCase() === "any") return (item) => value(item) !== null;
  return (item) => value(item) === wanted;
}

function given<Value>(
  value: Value | undefined,
  condition: (value: Value) => Condition,
): readonly Condition[] {
  return value === undefined ? [] : [condition(value)];
}
