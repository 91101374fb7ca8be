import type { Table } from "../../core/table.ts";
import type { Group, Owner, Project, World } from "../../core/world.ts";
import { parseReference, referenceOf, type Note, type WorkItem } from "./work-item.ts";
import { epicsPart, issuesPart } from "./work-items-part.ts";

/** The work items of a project or group, also those that the current user may not see. */
export function itemsOf(world: World, owner: Owner): Table<number, WorkItem> {
  return world.part(owner.kind === "project" ? issuesPart : epicsPart, owner);
}

/** The project or group that has it. */
export function ownerOf(world: World, item: WorkItem): Group | Project | undefined {
  return item.isInGroup ? world.group(item.path) : world.project(item.path);
}

/** What is confidential is seen by those who may write, and those who have to do with it. */
function isVisible(world: World, item: WorkItem): boolean {
  if (!item.isConfidential || mayWrite(world, item)) return true;
  const { username } = world.currentUser;
  return item.author === username || item.assignees.includes(username);
}

/** The notes that the current user sees. */
export function visibleNotes(world: World, item: WorkItem): readonly Note[] {
  if (mayWrite(world, item)) return item.notes;
  return item.notes.filter(({ isInternal }) => !isInternal);
}

function mayWrite(world: World, item: WorkItem): boolean {
  return ownerOf(world, item)?.access === "write";
}

/** The work items that the current user sees in a project or group. */
export function visibleItems(world: World, owner: Owner): readonly WorkItem[] {
  return itemsOf(world, owner).rows.filter((item) => isVisible(world, item));
}

/** One of them; undefined also for one that cannot be seen. */
export function visibleItem(world: World, owner: Owner, iid: number): WorkItem | undefined {
  const item = itemsOf(world, owner).get(iid);
  return item !== undefined && isVisible(world, item) ? item : undefined;
}

/** All work items that the current user sees. */
function everyItem(world: World): readonly WorkItem[] {
  return [...world.groups, ...world.projects].flatMap((owner) => visibleItems(world, owner));
}

/** By its id as a work item. */
export function itemWithId(world: World, id: number): WorkItem | undefined {
  return everyItem(world).find((item) => item.id === id);
}

/** By what the epics API calls its id. */
export function epicWithId(world: World, epicId: number): WorkItem | undefined {
  return everyItem(world).find((item) => item.epicId === epicId);
}

/** What a full reference stands for. */
export function itemReferredTo(world: World, reference: string | null): WorkItem | undefined {
  const parsed =
    reference === null ? undefined : parseReference(reference, { kind: "instance", path: "" });
  if (parsed === undefined) return undefined;
  const owner = parsed.isInGroup ? world.group(parsed.path) : world.project(parsed.path);
  return owner === undefined ? undefined : visibleItem(world, owner, parsed.iid);
}

/** What belongs to it, the oldest first. */
export function childrenOf(world: World, item: WorkItem): readonly WorkItem[] {
  const reference = referenceOf(item);
  return everyItem(world)
    .filter(({ parent }) => parent === reference)
    .toSorted((a, b) => a.id - b.id);
}

/** What it belongs to, the nearest first; a cycle ends where it closes. */
export function ancestorsOf(world: World, item: WorkItem): readonly WorkItem[] {
  const above: WorkItem[] = [];
  let parent = itemReferredTo(world, item.parent);
  while (parent !== undefined && parent.id !== item.id && !above.includes(parent)) {
    above.push(parent);
    parent = itemReferredTo(world, parent.parent);
  }
  return above;
}

/** Puts a changed work item in its place. */
export function save(world: World, owner: Owner, item: WorkItem): WorkItem {
  return itemsOf(world, owner).put(item.iid, item);
}
