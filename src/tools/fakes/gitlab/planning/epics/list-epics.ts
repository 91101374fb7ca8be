import { isJsonObject, type JsonObject } from "../../../../../core/json.ts";
import {
  choiceParam,
  flagParam,
  listParam,
  pageOf,
  textParam,
  timeParam,
} from "../../core/params.ts";
import { badRequest } from "../../core/rest.ts";
import type { Group, World } from "../../core/world.ts";
import { hasPerson } from "../issues/has-person.ts";
import {
  hasLabels,
  hasState,
  hasWords,
  isBetween,
  type Condition,
} from "../work-items/conditions.ts";
import { sortItems } from "../work-items/sort-items.ts";
import { visibleItems } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";

/** Parameters that the list of epics honors. */
export const epicQuery = [
  "author_id",
  "author_username",
  "created_after",
  "created_before",
  "include_ancestor_groups",
  "include_descendant_groups",
  "labels",
  "my_reaction_emoji",
  "not",
  "order_by",
  "page",
  "per_page",
  "search",
  "sort",
  "state",
  "updated_after",
  "updated_before",
  "with_labels_details",
] as const;

/** The page of epics that a query asks a group for. */
export function listEpics(world: World, group: Group, query: JsonObject): readonly WorkItem[] {
  const conditions = [...ownConditions(world, query), ...otherConditions(world, query)];
  const items = groupsAround(world, group, query)
    .flatMap((each) => visibleItems(world, each))
    .filter((item) => item.type === "epic" && conditions.every((condition) => condition(item)));
  const order =
    choiceParam(query, "order_by", ["created_at", "updated_at", "title"]) ?? "created_at";
  const direction = choiceParam(query, "sort", ["asc", "desc"]) ?? "desc";
  return pageOf(sortItems(items, order, direction), query);
}

/** The group itself, those below it unless that is not wanted, and those around it where it is. */
function groupsAround(world: World, group: Group, query: JsonObject): readonly Group[] {
  const isDown = flagParam(query, "include_descendant_groups") ?? true;
  const isUp = flagParam(query, "include_ancestor_groups") ?? false;
  const below = world.groups.filter(({ path }) => path.startsWith(`${group.path}/`));
  return [group, ...(isDown ? below : []), ...(isUp ? world.ancestors(group.path) : [])];
}

function ownConditions(world: World, query: JsonObject): readonly Condition[] {
  const state = choiceParam(query, "state", ["opened", "closed", "all"]) ?? "all";
  const search = textParam(query, "search");
  const time = (name: string, of: (item: WorkItem) => string): Condition =>
    isBetween(of, timeParam(query, `${name}_after`), timeParam(query, `${name}_before`));
  return [
    hasState(state),
    ...(search === undefined ? [] : [hasWords(search)]),
    ...people(world, query),
    time("created", ({ createdAt }) => createdAt),
    time("updated", ({ updatedAt }) => updatedAt),
    ...reactions(query),
  ];
}

/** What `not` says must not hold; it knows authors and labels. */
function otherConditions(world: World, query: JsonObject): readonly Condition[] {
  const not = query["not"] ?? {};
  if (!isJsonObject(not)) throw badRequest("not is invalid");
  const unknown = Object.keys(not).find(
    (key) => !["author_id", "author_username", "labels"].includes(key),
  );
  if (unknown !== undefined) throw badRequest(`not[${unknown}] is invalid`);
  const unwanted = listParam(not, "labels") ?? [];
  return [
    ...personConditions(world, not).map(
      (condition): Condition =>
        (item) =>
          !condition(item),
    ),
    ({ labels }) => !labels.some((label) => unwanted.includes(label)),
  ];
}

function people(world: World, query: JsonObject): readonly Condition[] {
  const labels = listParam(query, "labels");
  return [...personConditions(world, query), ...(labels === undefined ? [] : [hasLabels(labels)])];
}

function personConditions(world: World, query: JsonObject): readonly Condition[] {
  return hasPerson(world, query, { key: "author", of: ({ author }) => [author] });
}

/** Nobody reacts to anything in the fake: `None` is all, and everything else nothing. */
function reactions(query: JsonObject): readonly Condition[] {
  const emoji = textParam(query, "my_reaction_emoji");
  return emoji === undefined ? [] : [() => emoji.toLowerCase() === "none"];
}
