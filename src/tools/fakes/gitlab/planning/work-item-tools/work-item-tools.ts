import type { JsonObject } from "../../../../../core/json.ts";
import type { ToolHandler } from "../../core/family.ts";
import { plainText } from "../../core/plain-text.ts";
import { reply } from "../../core/reply.ts";
import type { Namespace, World } from "../../core/world.ts";
import { addNote, changeItem, createItem } from "../work-items/change-work-item.ts";
import { gid, graphqlTime } from "../work-items/gid.ts";
import { threadOf } from "../work-items/note-entity.ts";
import { sortNotes } from "../work-items/note-routes.ts";
import { lifecycles } from "../work-items/statuses.ts";
import { visibleNotes } from "../work-items/work-item-store.ts";
import { typeNames, type WorkItem } from "../work-items/work-item.ts";
import { graphqlFailure, ToolFailure, toolCall } from "./failure.ts";
import { listWorkItems } from "./list-work-items.ts";
import { noteNode, typeNode, wholeNode } from "./nodes.ts";
import { pageAfter } from "./page.ts";
import { askGraphql, fetchItem, namespaceOf, resolveParent } from "./parent.ts";
import { quickActionInText } from "./quick-action-in-text.ts";
import { allWidgets, changedWidgets } from "./widgets.ts";
import { todoFields, workItemFields } from "./work-item-fields.ts";

/*
 * Shapes after public mirrors of the service's source (duo_workflow_service/tools/work_item.py and
 * work_items/base_tool.py, with failures as exceptions). `types` only chooses the license that the service
 * checks, and the fake has them all. Not in the mirrors, and made alike: what `page_size` and
 * `pagination_cursor` of the notes do, and the thread that `note_id` replies to.
 */

const getWorkItem: ToolHandler = (args, world) =>
  toolCall(() => {
    const { owner, item } = fetchItem(args, world);
    if (item === undefined) throw new ToolFailure("Work item not found");
    const first = Number(args["mr_page_size"] ?? 20);
    const cursor = args["mr_pagination_cursor"] ?? null;
    const after = cursor === null ? null : plainText(cursor);
    const widgets = allWidgets(world, owner, { item, mergeRequests: { first, after } });
    if (widgets === undefined) throw graphqlFailure("Invalid pagination cursor");
    return reply({ work_item: { ...wholeNode(world, item), widgets } });
  });

const getWorkItemNotes: ToolHandler = (args, world) =>
  toolCall(() => {
    const { item } = fetchItem(args, world);
    if (item === undefined) throw new ToolFailure("No work item found.");
    const query = { sort: args["sort"] ?? null, order_by: args["order_by"] ?? null };
    if (!isOrder(query.sort, ["asc", "desc"])) throw graphqlFailure("sort is invalid");
    if (!isOrder(query.order_by, ["created_at", "updated_at"])) {
      throw graphqlFailure("order_by is invalid");
    }
    const cursor = args["pagination_cursor"] ?? null;
    const page = pageAfter(sortNotes(visibleNotes(world, item), query), {
      first: Number(args["page_size"] ?? 100),
      after: cursor === null ? null : plainText(cursor),
      id: ({ id }) => id,
    });
    if (page === undefined) throw graphqlFailure("Invalid pagination cursor");
    const notes = page.items.map((note) => noteNode(world, note));
    return reply({ notes, page_info: page.pageInfo });
  });

function isOrder(value: unknown, words: readonly string[]): boolean {
  return value === null || words.some((word) => word === value);
}

/** Types that the tool can make. */
const creatable: readonly WorkItem["type"][] = ["epic", "issue", "key_result", "objective", "task"];
const groupOnly: ReadonlySet<WorkItem["type"]> = new Set(["epic", "key_result", "objective"]);

const createWorkItem: ToolHandler = (args, world) =>
  toolCall(() => {
    const parent = resolveParent(args, world);
    const type = readType(args, parent.type);
    askGraphql(world, "GetWorkItemType", { fullPath: parent.fullPath });
    const owner = namespaceOf(parent, world);
    mayWrite(owner);
    const { change, warnings } = workItemFields(args, { world, owner, item: undefined, type });
    askGraphql(world, "createWorkItem", {
      input: {
        namespacePath: owner.path,
        workItemTypeId: typeNode(type)["id"] ?? null,
        ...sent(args),
      },
    });
    const title = plainText(args["title"] ?? "");
    const item = createItem(world, owner, { ...change, title, type });
    return reply({
      message: `Work item '${title}' created successfully.`,
      work_item: changedNode(world, owner, item),
      ...(warnings.length > 0 && { warnings }),
    });
  });

function readType(args: JsonObject, parent: "group" | "project"): WorkItem["type"] {
  const name = plainText(args["type_name"] ?? "");
  const type = creatable.find((each) => typeNames[each] === name);
  if (type === undefined) {
    const supported = creatable.map((each) => typeNames[each]).join(", ");
    throw new ToolFailure(`Unknown work item type: '${name}'. Supported types are: ${supported}.`);
  }
  if (parent === "project" && groupOnly.has(type)) {
    throw new ToolFailure(
      `Work item type '${name}' cannot be created in a project – only in groups.`,
    );
  }
  return type;
}

const updateWorkItem: ToolHandler = (args, world) =>
  toolCall(() => {
    const { owner, item, iid } = fetchItem(args, world);
    if (item === undefined) throw new ToolFailure(`Work item ${String(iid)} not found`);
    mayWrite(owner);
    const fields = workItemFields(args, { world, owner, item, type: item.type });
    const todo = todoFields(args, world, item);
    askGraphql(world, "updateWorkItem", { input: { id: gid("WorkItem", item.id), ...sent(args) } });
    const change = { ...fields.change, ...stateChange(args), ...todo.change };
    const warnings = [...fields.warnings, ...todo.warnings];
    return reply({
      updated_work_item: changedNode(world, owner, changeItem(world, owner, { item, change })),
      ...(warnings.length > 0 && { warnings }),
    });
  });

/** The tool sends only the two states that it knows. */
function stateChange(args: JsonObject): { readonly isOpen?: boolean } {
  const state = args["state"] ?? null;
  return state === "opened" || state === "closed" ? { isOpen: state === "opened" } : {};
}

const createWorkItemNote: ToolHandler = (args, world) =>
  toolCall(() => {
    const body = plainText(args["body"] ?? "");
    const refusal = quickActionInText(body, "body");
    if (refusal !== undefined) throw new ToolFailure(refusal);
    const { owner, item } = fetchItem(args, world);
    if (item === undefined) throw new ToolFailure("Work item not found");
    mayWrite(owner);
    const replyTo = threadWith(world, item, args["note_id"] ?? null);
    const isInternal = args["internal"] === true;
    if (body.trim() === "") throw new ToolFailure("Failed to create note: Note can't be blank");
    askGraphql(world, "CreateNote", {
      input: { noteableId: gid("WorkItem", item.id), body, ...(isInternal && { internal: true }) },
    });
    const note = addNote(world, owner, { item, body, isInternal, replyTo });
    return reply({
      status: "success",
      message: "Note created successfully.",
      note: noteNode(world, note),
    });
  });

function threadWith(world: World, item: WorkItem, id: unknown): number | null {
  if (id === null) return null;
  const note = visibleNotes(world, item).find((each) => each.id === id);
  if (note === undefined)
    throw new ToolFailure(`Note ${String(Number(id))} not found in this work item.`);
  return threadOf(note);
}

const getWorkItemStatuses: ToolHandler = (args, world) =>
  toolCall(() => {
    const parent = resolveParent(args, world);
    askGraphql(world, "GetWorkItemStatuses", { fullPath: parent.fullPath });
    const isThere = (world.project(parent.fullPath) ?? world.group(parent.fullPath)) !== undefined;
    if (!isThere) throw new ToolFailure("No namespace found in response");
    return reply({ lifecycles });
  });

function mayWrite({ access }: Namespace): void {
  if (access !== "write") throw graphqlFailure();
}

function changedNode(world: World, owner: Namespace, item: WorkItem): JsonObject {
  return {
    id: gid("WorkItem", item.id),
    iid: String(item.iid),
    title: item.title,
    description: item.description,
    confidential: item.isConfidential,
    createdAt: graphqlTime(item.createdAt),
    updatedAt: graphqlTime(item.updatedAt),
    widgets: changedWidgets(world, owner, item),
  };
}

const identifying: ReadonlySet<string> = new Set([
  "url",
  "group_id",
  "project_id",
  "work_item_iid",
  "type_name",
  "types",
]);

/** What is written down of a mutation: the arguments under their own names. */
function sent(args: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(args).filter(([key, value]) => value !== null && !identifying.has(key)),
  );
}

/** The service's tools on work items. */
export const workItemTools: Readonly<Record<string, ToolHandler>> = {
  list_work_items: listWorkItems,
  get_work_item: getWorkItem,
  get_work_item_notes: getWorkItemNotes,
  create_work_item: createWorkItem,
  update_work_item: updateWorkItem,
  create_work_item_note: createWorkItemNote,
  get_work_item_statuses: getWorkItemStatuses,
};
