import type { JsonObject } from "../../../../../core/json.ts";
import { choice, map, optionalText, record, text, whole } from "../../core/schema-words.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import { Table } from "../../core/table.ts";
import type { Part } from "../../core/world.ts";
import { impliedNames } from "../implied.ts";
import type { Milestone } from "./milestone.ts";

interface MilestoneSeed {
  readonly own: ReadonlyMap<number, Milestone>;
  /** Used by title, but not described; they are the owner's unless a group around it has them. */
  readonly used: ReadonlyMap<number, Milestone>;
}

const milestoneSchema: JsonObject = record("A milestone.", {
  id: whole(),
  title: text(),
  description: optionalText(),
  state: choice(["active", "closed"]),
  start_date: optionalText("2026-01-31"),
  due_date: optionalText("2026-01-31"),
  created_at: text(),
  updated_at: text(),
});

/** Milestones of a project or group, by iid. */
export const milestonesPart: Part<MilestoneSeed, Table<number, Milestone>> = {
  name: "milestones",
  properties: {
    milestones: map(
      "By iid. Milestones that something has need not be named here.",
      milestoneSchema,
    ),
  },
  read: (block) => {
    const own = block.numbered("milestones").map(([iid, each]) => readMilestone(iid, each));
    const titles = new Set(own.map(({ title }) => title));
    const first = own.reduce((highest, { iid }) => Math.max(highest, iid), 0) + 1;
    const used = impliedNames(block, "milestone")
      .filter((title) => !titles.has(title))
      .map((title, index) => usedMilestone(title, first + index, block));
    return { own: byIid(own), used: byIid(used) };
  },
  open: ({ own, used }, owner, world) => {
    const above = world.ancestors(owner.path).map((group) => world.part(milestonesPart, group));
    const known = new Set(above.flatMap(({ rows }) => rows.map(({ title }) => title)));
    const missing = [...used].filter(([, { title }]) => !known.has(title));
    return new Table(missing.length === 0 ? own : new Map([...own, ...missing]));
  },
  show: (table) => ({
    milestones: Object.fromEntries(
      table.entries.map(([iid, milestone]) => [String(iid), showMilestone(milestone)]),
    ),
  }),
};

function readMilestone(iid: number, block: SeedBlock): Milestone {
  const createdAt = block.time("created_at");
  return {
    id: block.id("milestone"),
    iid,
    title: block.text("title", `Milestone ${String(iid)}`),
    description: block.optionalText("description") ?? null,
    isActive: block.text("state", "active") === "active",
    startDate: block.optionalText("start_date") ?? null,
    dueDate: block.optionalText("due_date") ?? null,
    createdAt,
    updatedAt: block.optionalTime("updated_at") ?? createdAt,
  };
}

function usedMilestone(title: string, iid: number, { context }: SeedBlock): Milestone {
  return {
    id: context.ids.next("milestone"),
    iid,
    title,
    description: null,
    isActive: true,
    startDate: null,
    dueDate: null,
    createdAt: context.now,
    updatedAt: context.now,
  };
}

function showMilestone(milestone: Milestone): JsonObject {
  return {
    id: milestone.id,
    title: milestone.title,
    description: milestone.description,
    state: milestone.isActive ? "active" : "closed",
    start_date: milestone.startDate,
    due_date: milestone.dueDate,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
  };
}

function byIid(milestones: readonly Milestone[]): ReadonlyMap<number, Milestone> {
  return new Map(milestones.map((milestone) => [milestone.iid, milestone]));
}
