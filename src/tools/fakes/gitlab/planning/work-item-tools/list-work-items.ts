import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolHandler } from "../../core/family.ts";
import { plainText } from "../../core/plain-text.ts";
import { reply } from "../../core/reply.ts";
import type { Namespace, World } from "../../core/world.ts";
import { milestoneTitled } from "../milestones/find-milestones.ts";
import {
  hasLabels,
  hasState,
  hasWords,
  isBetween,
  type Condition,
} from "../work-items/conditions.ts";
import { gid } from "../work-items/gid.ts";
import { itemOrders, sortItems } from "../work-items/sort-items.ts";
import { statusNode, statusOf } from "../work-items/statuses.ts";
import { visibleItems } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";
import { graphqlFailure, toolCall } from "./failure.ts";
import { itemNode } from "./nodes.ts";
import { pageAfter } from "./page.ts";
import { askGraphql, namespaceOf, resolveParent } from "./parent.ts";
import { healthWord } from "./widgets.ts";

/** Types that the tool lets through; others it skips with a warning. */
const knownTypes: ReadonlySet<string> = new Set([
  "ISSUE",
  "TASK",
  "EPIC",
  "OBJECTIVE",
  "KEY_RESULT",
]);

/** Lists the work items of a project, or those of a group itself, as `list_work_items`. */
export const listWorkItems: ToolHandler = (args, world) =>
  toolCall(() => {
    const parent = resolveParent(args, world);
    const { url: _, group_id: __, project_id: ___, ...variables } = args;
    const operation = parent.type === "group" ? "ListGroupWorkItems" : "ListProjectWorkItems";
    askGraphql(world, operation, { fullPath: parent.fullPath, ...variables });
    const owner = namespaceOf(parent, world);
    const types = readTypes(textsOf(args["types"]));
    const conditions = [
      ...conditionsOf(world, owner, args),
      ({ type }: WorkItem): boolean =>
        types.valid.length === 0 || types.valid.includes(type.toUpperCase()),
    ];
    const items = visibleItems(world, owner).filter((item) =>
      conditions.every((condition) => condition(item)),
    );
    const page = pageAfter(sorted(items, textOf(args["sort"]) ?? "CREATED_DESC"), {
      first: Number(args["first"] ?? 20),
      after: textOf(args["after"]) ?? null,
      id: ({ id }) => id,
    });
    if (page === undefined) throw graphqlFailure("Invalid pagination cursor");
    return reply({
      work_items: page.items.map((item) => listedNode(world, owner, item)),
      page_info: page.pageInfo,
      ...(types.warning !== undefined && { warnings: [types.warning] }),
    });
  });

function listedNode(world: World, owner: Namespace, item: WorkItem): JsonObject {
  const found = item.milestone === null ? undefined : milestoneTitled(world, owner, item.milestone);
  const milestone =
    found === undefined
      ? null
      : { id: gid("Milestone", found.milestone.id), title: item.milestone };
  return { ...itemNode(world, item), widgets: [{ milestone }] };
}

function readTypes(names: readonly string[]): {
  readonly valid: readonly string[];
  readonly warning: string | undefined;
} {
  const normalized = names.map((name) => name.toUpperCase().replaceAll(" ", "_"));
  const invalid = normalized.filter((name) => !knownTypes.has(name));
  return {
    valid: normalized.filter((name) => knownTypes.has(name)),
    warning:
      invalid.length === 0
        ? undefined
        : `Some types were invalid and skipped: ${invalid.join(", ")}`,
  };
}

function conditionsOf(world: World, owner: Namespace, args: JsonObject): readonly Condition[] {
  const state = textOf(args["state"]) ?? "all";
  if (!["opened", "closed", "all", "locked"].includes(state)) throw invalidValue("state", state);
  const search = textOf(args["search"]);
  const author = textOf(args["author_username"]);
  const labels = textsOf(args["label_name"]);
  const assignees = textsOf(args["assignee_usernames"]);
  return [
    hasState(state),
    ...(search === undefined ? [] : [hasWords(search)]),
    ...(author === undefined ? [] : [(item: WorkItem): boolean => item.author === author]),
    ...(labels.length === 0 ? [] : [hasLabels(labels)]),
    (item) => assignees.every((name) => item.assignees.includes(name)),
    between(args, "created", ({ createdAt }) => createdAt),
    between(args, "updated", ({ updatedAt }) => updatedAt),
    between(args, "due", ({ dueDate }) => dueDate),
    ...milestoneConditions(world, owner, args),
    ...progressConditions(args),
  ];
}

function between(
  args: JsonObject,
  name: string,
  time: (item: WorkItem) => string | null,
): Condition {
  const [after, before] = ["after", "before"].map((side) => {
    const text = textOf(args[`${name}_${side}`]);
    if (text === undefined) return undefined;
    const ms = Date.parse(text);
    if (Number.isNaN(ms)) throw invalidValue(`${name}_${side}`, text);
    return ms;
  });
  return after === undefined && before === undefined ? () => true : isBetween(time, after, before);
}

function milestoneConditions(
  world: World,
  owner: Namespace,
  args: JsonObject,
): readonly Condition[] {
  const titles = textsOf(args["milestone_title"]);
  const wildcard = textOf(args["milestone_wildcard_id"]);
  if (titles.length > 0 && wildcard !== undefined) {
    throw graphqlFailure("Incompatible arguments: milestoneTitle, milestoneWildcardId.");
  }
  const today = world.now.slice(0, 10);
  const isIn = (item: WorkItem): boolean => {
    if (wildcard === "NONE") return item.milestone === null;
    if (item.milestone === null) return false;
    const found = milestoneTitled(world, owner, item.milestone)?.milestone;
    const start = found?.startDate ?? null;
    const hasStarted = start !== null && start <= today;
    if (wildcard === "STARTED") return hasStarted && (found?.dueDate ?? today) >= today;
    return wildcard === "UPCOMING" ? start !== null && start > today : true;
  };
  return [
    ...(wildcard === undefined ? [] : [isIn]),
    ...(titles.length === 0 ? [] : [({ milestone }: WorkItem) => titles.includes(milestone ?? "")]),
  ];
}

function progressConditions(args: JsonObject): readonly Condition[] {
  const health = textOf(args["health_status_filter"]);
  const conditions: Condition[] = [];
  if (health !== undefined) {
    if (!["NONE", "ANY", "onTrack", "needsAttention", "atRisk"].includes(health)) {
      throw invalidValue("health_status_filter", health);
    }
    conditions.push(({ healthStatus }) => {
      if (health === "NONE") return healthStatus === null;
      return health === "ANY" ? healthStatus !== null : healthWord(healthStatus) === health;
    });
  }
  const status = args["status"] ?? null;
  if (isJsonObject(status)) {
    const wanted = Object.entries(status);
    conditions.push((item) => {
      const own = statusOf(item);
      const node = own === null ? {} : statusNode(own);
      return wanted.every(([key, value]) => Object.hasOwn(node, key) && node[key] === value);
    });
  }
  return conditions;
}

/** GraphQL's words for an order: CREATED_DESC, updated_asc, DUE_DATE_ASC. */
function sorted(items: readonly WorkItem[], sort: string): readonly WorkItem[] {
  const match = /^(.+)_(asc|desc)$/.exec(sort.toLowerCase());
  const word = match?.[1] ?? "";
  const name = ["closed", "created", "updated"].includes(word) ? `${word}_at` : word;
  const order = itemOrders.find((each) => each === name);
  if (order === undefined) throw invalidValue("sort", sort);
  return sortItems(items, order, match?.[2] === "asc" ? "asc" : "desc");
}

function invalidValue(name: string, value: string): Error {
  return graphqlFailure(`Variable $${name} was provided invalid value: ${value}`);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null || value === "" ? undefined : plainText(value);
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return value !== undefined && isJsonArray(value) ? value.map(plainText) : [];
}
