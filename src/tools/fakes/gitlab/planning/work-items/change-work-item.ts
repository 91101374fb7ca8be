import { nextKey } from "../../core/table.ts";
import type { Namespace, World } from "../../core/world.ts";
import { ensureLabels } from "../labels/find-labels.ts";
import { itemsOf, save } from "./work-item-store.ts";
import type { Note, WorkItem } from "./work-item.ts";

/** What a request may say about a work item; what it leaves out stays. */
export type WorkItemChange = Partial<
  Pick<
    WorkItem,
    | "agentPlan"
    | "assignees"
    | "description"
    | "dueDate"
    | "hasFixedDates"
    | "healthStatus"
    | "isConfidential"
    | "isLocked"
    | "isOpen"
    | "labels"
    | "milestone"
    | "parent"
    | "startDate"
    | "status"
    | "title"
    | "todos"
    | "type"
    | "weight"
  >
>;

const blank: Omit<
  WorkItem,
  "author" | "createdAt" | "id" | "iid" | "isInGroup" | "path" | "title" | "type" | "updatedAt"
> = {
  epicId: null,
  description: null,
  isOpen: true,
  assignees: [],
  labels: [],
  milestone: null,
  isConfidential: false,
  isLocked: false,
  weight: null,
  healthStatus: null,
  status: null,
  startDate: null,
  dueDate: null,
  hasFixedDates: false,
  parent: null,
  agentPlan: null,
  mergeRequests: [],
  closedAt: null,
  closedBy: null,
  notes: [],
  todos: [],
};

/** Makes a work item of the current user's, with the next iid of its project or group. */
export function createItem(
  world: World,
  owner: Namespace,
  said: WorkItemChange & Pick<WorkItem, "title" | "type">,
): WorkItem {
  const at = world.tick();
  const fresh: WorkItem = {
    ...blank,
    id: world.nextId("issue"),
    epicId: said.type === "epic" ? world.nextId("epic") : null,
    iid: nextKey(itemsOf(world, owner)),
    path: owner.path,
    isInGroup: owner.kind === "group",
    title: said.title,
    type: said.type,
    author: world.currentUser.username,
    createdAt: at,
    updatedAt: at,
  };
  return save(world, owner, changed(world, owner, { ...fresh, ...settled(world, owner, said) }));
}

/** Changes a work item. */
export function changeItem(
  world: World,
  owner: Namespace,
  { item, change }: { readonly item: WorkItem; readonly change: WorkItemChange },
): WorkItem {
  const updatedAt = world.tick();
  const next = { ...item, ...settled(world, owner, change), updatedAt };
  const isMoved = next.isOpen !== item.isOpen && change.status === undefined;
  return save(world, owner, changed(world, owner, isMoved ? { ...next, status: null } : next));
}

/** Adds a comment of the current user's. */
export function addNote(
  world: World,
  owner: Namespace,
  { item, ...said }: { readonly item: WorkItem } & Pick<Note, "body" | "isInternal" | "replyTo">,
): Note {
  const at = world.tick();
  const note: Note = {
    ...said,
    id: world.nextId("note"),
    author: world.currentUser.username,
    createdAt: at,
    updatedAt: at,
    isSystem: false,
  };
  save(world, owner, { ...item, updatedAt: at, notes: [...item.notes, note] });
  return note;
}

/** Labels come into being by being used, and are kept in order. */
function settled(world: World, owner: Namespace, change: WorkItemChange): WorkItemChange {
  if (change.labels === undefined) return change;
  const labels = [...new Set(change.labels)].toSorted();
  ensureLabels(world, owner, labels);
  return { ...change, labels };
}

/** Closing and reopening leave traces. */
function changed(world: World, owner: Namespace, item: WorkItem): WorkItem {
  const before = itemsOf(world, owner).get(item.iid);
  if (item.isOpen) return { ...item, closedAt: null, closedBy: null };
  if (before !== undefined && !before.isOpen) return item;
  return { ...item, closedAt: item.updatedAt, closedBy: world.currentUser.username };
}
