import { map } from "../../core/schema-words.ts";
import { Table } from "../../core/table.ts";
import type { Part } from "../../core/world.ts";
import { readWorkItem } from "./read-work-item.ts";
import { showWorkItem } from "./show-work-item.ts";
import { epicSchema, issueSchema } from "./work-item-schema.ts";
import type { WorkItem } from "./work-item.ts";

type WorkItems = ReadonlyMap<number, WorkItem>;

/** The work items of a project, by iid. */
export const issuesPart: Part<WorkItems, Table<number, WorkItem>> = {
  name: "issues",
  properties: { issues: map("Issues, tasks, incidents and test cases by iid.", issueSchema) },
  read: (block, owner) => readAll(block.numbered("issues"), owner),
  open: (seed) => new Table(seed),
  show: (table) => ({ issues: showAll(table) }),
};

/** The work items of a group, by iid. */
export const epicsPart: Part<WorkItems, Table<number, WorkItem>> = {
  name: "epics",
  properties: { epics: map("Epics and other work items of the group by iid.", epicSchema) },
  read: (block, owner) => readAll(block.numbered("epics"), owner),
  open: (seed) => new Table(seed),
  show: (table) => ({ epics: showAll(table) }),
};

function readAll(
  blocks: readonly (readonly [number, Parameters<typeof readWorkItem>[1]])[],
  owner: Parameters<typeof readWorkItem>[2],
): WorkItems {
  return new Map(blocks.map(([iid, block]) => [iid, readWorkItem(iid, block, owner)]));
}

function showAll(table: Table<number, WorkItem>): Record<string, ReturnType<typeof showWorkItem>> {
  return Object.fromEntries(
    table.entries.map(([iid, item]) => [String(iid), showWorkItem(item)] as const),
  );
}
