import type { JsonObject } from "../../../../../core/json.ts";
import { map, optionalText, record, text, whole } from "../../core/schema-words.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import { Table } from "../../core/table.ts";
import type { Part } from "../../core/world.ts";
import { impliedNames } from "../implied.ts";
import { defaultColor, type Label } from "./label.ts";

interface LabelSeed {
  readonly own: ReadonlyMap<string, Label>;
  /** Used, but not described; they are the owner's unless a group around it has them. */
  readonly used: ReadonlyMap<string, Label>;
}

const labelSchema: JsonObject = record("A label.", {
  id: whole(),
  color: text(`As #428bca; ${defaultColor} where nothing else is said.`),
  description: optionalText(),
});

/** Labels of a project or group, by name. */
export const labelsPart: Part<LabelSeed, Table<string, Label>> = {
  name: "labels",
  properties: {
    labels: map("By name. Labels that something has need not be named here.", labelSchema),
  },
  read: (block) => {
    const own = byName(block.blocks("labels").map(([name, label]) => readLabel(name, label)));
    const used = impliedNames(block, "labels").filter((name) => !own.has(name));
    return { own, used: byName(used.map((name) => usedLabel(name, block))) };
  },
  open: ({ own, used }, owner, world) => {
    const above = world.ancestors(owner.path).map((group) => world.part(labelsPart, group));
    const missing = [...used].filter(([name]) => above.every((table) => !table.get(name)));
    return new Table(missing.length === 0 ? own : new Map([...own, ...missing]));
  },
  show: (table) => ({
    labels: Object.fromEntries(
      table.entries.map(([name, { id, color, description }]) => [name, { id, color, description }]),
    ),
  }),
};

function readLabel(name: string, block: SeedBlock): Label {
  return {
    id: block.id("label"),
    name,
    color: block.text("color", defaultColor),
    description: block.optionalText("description") ?? null,
  };
}

function usedLabel(name: string, { context }: SeedBlock): Label {
  return { id: context.ids.next("label"), name, color: defaultColor, description: null };
}

function byName(labels: readonly Label[]): ReadonlyMap<string, Label> {
  return new Map(labels.map((label) => [label.name, label]));
}
