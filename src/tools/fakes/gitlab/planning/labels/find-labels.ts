import type { JsonObject } from "../../../../../core/json.ts";
import type { Namespace, World } from "../../core/world.ts";
import { defaultColor, type Label } from "./label.ts";
import { labelsPart } from "./labels-part.ts";

/** The label of that name that something of the owner can have: its own, or one of a group around it. */
export function labelNamed(world: World, owner: Namespace, name: string): Label | undefined {
  for (const holder of [owner, ...world.ancestors(owner.path)]) {
    const label = world.part(labelsPart, holder).get(name);
    if (label !== undefined) return label;
  }
  return undefined;
}

/** The label with that id that something of the owner can have. */
export function labelWithId(world: World, owner: Namespace, id: number): Label | undefined {
  for (const holder of [owner, ...world.ancestors(owner.path)]) {
    const label = world.part(labelsPart, holder).rows.find((each) => each.id === id);
    if (label !== undefined) return label;
  }
  return undefined;
}

/** Makes the labels that there are not yet, as GitLab does where names are given. */
export function ensureLabels(world: World, owner: Namespace, names: readonly string[]): void {
  for (const name of names) {
    if (labelNamed(world, owner, name) !== undefined) continue;
    const label = { id: world.nextId("label"), name, color: defaultColor, description: null };
    world.part(labelsPart, owner).put(name, label);
  }
}

/** As the REST API shows a label where details are asked for. */
export function labelDetails(label: Label): JsonObject {
  const { id, name, color, description } = label;
  return {
    id,
    name,
    color,
    description,
    description_html: description ?? "",
    text_color: "#FFFFFF",
  };
}
