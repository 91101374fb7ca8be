import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import { plainText } from "../../core/plain-text.ts";
import { hasQuickAction } from "../../core/quick-actions.ts";
import type { Namespace, World } from "../../core/world.ts";
import { labelWithId } from "../labels/find-labels.ts";
import type { WorkItemChange } from "../work-items/change-work-item.ts";
import { gid, numberOfGid } from "../work-items/gid.ts";
import { hasStatus, statusWithGid } from "../work-items/statuses.ts";
import { itemWithId } from "../work-items/work-item-store.ts";
import { healthStatuses, referenceOf, type WorkItem } from "../work-items/work-item.ts";
import { graphqlFailure } from "./failure.ts";

/** What the arguments of a tool say about a work item, and what of them it left out. */
interface Fields {
  readonly change: WorkItemChange;
  readonly warnings: readonly string[];
}

interface Place {
  readonly world: World;
  readonly owner: Namespace;
  /** The one that is changed; undefined where one is made. */
  readonly item: WorkItem | undefined;
  readonly type: WorkItem["type"];
}

/**
 * The fields that create_work_item and update_work_item share, with the warnings of the service's
 * `_build_work_item_input_fields` (public mirrors of work_items/base_tool.py).
 *
 * @throws ToolFailure for what GraphQL refuses
 */
export function workItemFields(args: JsonObject, place: Place): Fields {
  const warnings: string[] = [];
  const change = {
    ...texts(args),
    ...dates(args, place.type),
    ...weight(args, warnings),
    ...assignees(args, place, warnings),
    ...labels(args, place, warnings),
    ...parent(args, place, warnings),
    ...status(args, place.type),
  };
  return { change, warnings };
}

function texts(args: JsonObject): WorkItemChange {
  const { title = null, description = null, confidential = null, agent_plan: plan = null } = args;
  if (title !== null && plainText(title).trim() === "")
    throw graphqlFailure("Title can't be blank");
  if (description !== null && hasQuickAction(plainText(description))) {
    throw graphqlFailure("Quick actions cannot be used with AI workflows.");
  }
  return {
    ...(title !== null && { title: plainText(title) }),
    ...(description !== null && { description: plainText(description) }),
    ...(confidential !== null && { isConfidential: confidential === true }),
    ...(plan !== null && { agentPlan: plainText(plan) }),
  };
}

/** The tool sends dates and health of issues and epics only. */
function dates(args: JsonObject, type: WorkItem["type"]): WorkItemChange {
  if (type !== "issue" && type !== "epic") return {};
  const { start_date: start = null, due_date: due = null, is_fixed: fixed = null } = args;
  const health = args["health_status"] ?? null;
  const healthStatus = healthStatuses.find((word) => word.replaceAll("_", "") === folded(health));
  if (health !== null && healthStatus === undefined) {
    throw graphqlFailure(`Variable $input was provided invalid value: ${plainText(health)}`);
  }
  return {
    ...(start !== null && { startDate: day(start) }),
    ...(due !== null && { dueDate: day(due) }),
    ...(fixed !== null && { hasFixedDates: fixed === true }),
    ...(healthStatus !== undefined && { healthStatus }),
  };
}

function folded(value: JsonValue): string {
  return plainText(value).toLowerCase();
}

function day(value: JsonValue): string {
  const text = plainText(value);
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw graphqlFailure(`Variable $input was provided invalid value: ${text}`);
}

function weight(args: JsonObject, warnings: string[]): WorkItemChange {
  const given = args["weight"] ?? null;
  if (args["clear_weight"] !== true) return given === null ? {} : { weight: Number(given) };
  if (given !== null) {
    warnings.push(
      "Both 'weight' and 'clear_weight=True' were provided; clearing the weight and ignoring 'weight'.",
    );
  }
  return { weight: null };
}

function assignees(args: JsonObject, { world }: Place, warnings: string[]): WorkItemChange {
  const ids = idsIn(args, "assignee_ids", { kinds: ["User"], warnings });
  if (ids.length === 0) return {};
  return { assignees: ids.flatMap((id) => world.userWithId(id)?.username ?? []) };
}

const labelKinds = ["Label", "ProjectLabel", "GroupLabel"];

function labels(
  args: JsonObject,
  { world, owner, item }: Place,
  warnings: string[],
): WorkItemChange {
  const names = (key: string): readonly string[] =>
    idsIn(args, key, { kinds: labelKinds, warnings }).flatMap(
      (id) => labelWithId(world, owner, id)?.name ?? [],
    );
  const added = [...names("label_ids"), ...names("add_label_ids")];
  const removed = names("remove_label_ids");
  if (added.length === 0 && removed.length === 0) return {};
  return {
    labels: [...(item?.labels ?? []), ...added].filter((name) => !removed.includes(name)),
  };
}

function idsIn(
  args: JsonObject,
  key: string,
  { kinds, warnings }: { readonly kinds: readonly string[]; readonly warnings: string[] },
): readonly number[] {
  const values = args[key] ?? null;
  if (!isJsonArray(values)) return [];
  const wrong = values.filter((value) => numberOfGid(plainText(value), kinds) === undefined);
  if (wrong.length > 0) {
    warnings.push(`Some ${key} were invalid and skipped: [${wrong.map(pythonText).join(", ")}]`);
  }
  return values.flatMap((value) => numberOfGid(plainText(value), kinds) ?? []);
}

function pythonText(value: JsonValue): string {
  return typeof value === "string" ? `'${value}'` : plainText(value);
}

function parent(args: JsonObject, { world, item }: Place, warnings: string[]): WorkItemChange {
  const widget = args["hierarchy_widget"] ?? null;
  if (!isJsonObject(widget) || Object.keys(widget).length === 0) return {};
  const id = widget["parent_id"] ?? "";
  if (id === "") {
    warnings.push("hierarchy_widget must contain 'parent_id' key");
    return {};
  }
  const text = plainText(id);
  const number = text.startsWith("gid://") ? numberOfGid(text, ["WorkItem"]) : undefined;
  if (number === undefined) {
    warnings.push(`Invalid parent_id format: ${text}. Expected GitLab GID.`);
    return {};
  }
  const found = itemWithId(world, number);
  if (found === undefined || found.id === item?.id) throw graphqlFailure();
  return { parent: referenceOf(found) };
}

/** A status that ends the work closes it, and another reopens it. */
function status(args: JsonObject, type: WorkItem["type"]): WorkItemChange {
  const id = args["status_id"] ?? null;
  if (id === null) return {};
  const found = statusWithGid(plainText(id));
  if (found === undefined || !hasStatus(type)) throw graphqlFailure();
  return { status: found.name, isOpen: !found.isEnd };
}

/** What `todo_action` does to the current user's to-do items. */
export function todoFields(args: JsonObject, world: World, item: WorkItem): Fields {
  const action = args["todo_action"] ?? null;
  const id = args["todo_id"] ?? null;
  const warnings: string[] = [];
  if (action === null) return { change: {}, warnings };
  const user = world.currentUser.username;
  if (action === "add") {
    if (id !== null) {
      warnings.push("todo_id is only applicable when todo_action is 'mark_as_done'.");
    }
    const todo = { id: world.nextId("todo"), user, isDone: false };
    return { change: { todos: [...item.todos, todo] }, warnings };
  }
  const number = id === null ? undefined : numberOfGid(plainText(id), ["Todo"]);
  if (id !== null && (number === undefined || !plainText(id).startsWith("gid://"))) {
    warnings.push(`Invalid todo_id format: '${plainText(id)}'. Expected 'gid://gitlab/Todo/<id>'.`);
  }
  const wanted = number === undefined ? undefined : gid("Todo", number);
  const isMeant = (todo: WorkItem["todos"][number]): boolean =>
    todo.user === user && (wanted === undefined || gid("Todo", todo.id) === wanted);
  if (wanted !== undefined && !item.todos.some(isMeant)) throw graphqlFailure();
  const todos = item.todos.map((todo) => (isMeant(todo) ? { ...todo, isDone: true } : todo));
  return { change: { todos }, warnings };
}
