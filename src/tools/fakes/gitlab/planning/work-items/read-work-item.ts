import { parentPath } from "../../core/owner.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import type { PartOwner } from "../../core/world.ts";
import {
  groupTypes,
  healthStatuses,
  parseReference,
  projectTypes,
  referenceOf,
  type Note,
  type Todo,
  type WorkItem,
} from "./work-item.ts";

/** Reads one work item of a project or group. */
export function readWorkItem(iid: number, block: SeedBlock, owner: PartOwner): WorkItem {
  const isInGroup = owner.kind === "group";
  const type = readType(block, isInGroup);
  const notes = readNotes(block);
  const createdAt = block.time("created_at");
  const updatedAt = block.optionalTime("updated_at") ?? latest([createdAt, ...times(notes)]);
  const isOpen = block.text("state", "opened") === "opened";
  return {
    ...readIds(block, type),
    iid,
    path: owner.path,
    isInGroup,
    type,
    title: block.text("title", `${isInGroup ? "Epic" : "Issue"} ${String(iid)}`),
    isOpen,
    author: block.user("author"),
    assignees: block.usernames("assignees"),
    labels: block.texts("labels").toSorted(),
    isConfidential: block.flag("confidential"),
    isLocked: block.flag("discussion_locked"),
    ...readPlan(block, owner),
    createdAt,
    updatedAt,
    closedAt: isOpen ? null : (block.optionalTime("closed_at") ?? updatedAt),
    closedBy: isOpen ? null : (block.optionalUser("closed_by") ?? null),
    notes,
    todos: block.list("todos").map(readTodo),
  };
}

function readIds(block: SeedBlock, type: WorkItem["type"]): Pick<WorkItem, "epicId" | "id"> {
  if (type !== "epic") return { id: block.id("issue"), epicId: null };
  return { id: block.id("issue", "work_item_id"), epicId: block.id("epic") };
}

function readType(block: SeedBlock, isInGroup: boolean): WorkItem["type"] {
  const word = block.text("type", isInGroup ? "epic" : "issue");
  const types = isInGroup ? groupTypes : projectTypes;
  return types.find((type) => type === word) ?? "issue";
}

type Plan = Pick<
  WorkItem,
  | "agentPlan"
  | "description"
  | "dueDate"
  | "hasFixedDates"
  | "healthStatus"
  | "mergeRequests"
  | "milestone"
  | "parent"
  | "startDate"
  | "status"
  | "weight"
>;

function readPlan(block: SeedBlock, owner: PartOwner): Plan {
  const health = block.optionalText("health_status");
  return {
    description: block.optionalText("description") ?? null,
    milestone: block.optionalText("milestone") ?? null,
    weight: block.number("weight") ?? null,
    healthStatus: healthStatuses.find((status) => status === health) ?? null,
    status: block.optionalText("status") ?? null,
    startDate: readDay(block, "start_date"),
    dueDate: readDay(block, "due_date"),
    hasFixedDates: block.flag("dates_fixed"),
    parent: readParent(block, owner),
    agentPlan: block.optionalText("agent_plan") ?? null,
    mergeRequests: block
      .texts("merge_requests")
      .map((reference) => (reference.startsWith("!") ? `${owner.path}${reference}` : reference)),
  };
}

function readDay(block: SeedBlock, key: string): string | null {
  const day = block.optionalText(key);
  if (day === undefined) return null;
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) && !Number.isNaN(Date.parse(day))) return day;
  block.problem(key, `"${day}" is not a day`, "write it as 2026-01-31");
  return null;
}

function readParent(block: SeedBlock, owner: PartOwner): string | null {
  const text = block.optionalText("parent");
  if (text === undefined) return null;
  const parsed = parseReference(text, owner);
  if (parsed === undefined || (parsed.isInGroup && parsed.path === parentPath(""))) {
    block.problem("parent", `"${text}" does not refer to a work item`, "write it as shop&3 or #7");
    return null;
  }
  return referenceOf(parsed);
}

function readNotes(block: SeedBlock): readonly Note[] {
  return block.list("notes").map((note) => {
    const createdAt = note.time("created_at");
    return {
      id: note.id("note"),
      author: note.user("author"),
      body: note.text("body", ""),
      createdAt,
      updatedAt: note.optionalTime("updated_at") ?? createdAt,
      isSystem: note.flag("system"),
      isInternal: note.flag("internal"),
      replyTo: note.number("reply_to") ?? null,
    };
  });
}

function readTodo(block: SeedBlock): Todo {
  return {
    id: block.id("todo"),
    user: block.user("user"),
    isDone: block.text("state", "pending") === "done",
  };
}

function times(notes: readonly Note[]): readonly string[] {
  return notes.map(({ updatedAt }) => updatedAt);
}

function latest(all: readonly string[]): string {
  return all.reduce((latestYet, time) => (time > latestYet ? time : latestYet), "");
}
