import type { JsonObject } from "../../../../../core/json.ts";
import type { Namespace, World } from "../../core/world.ts";
import { milestoneEntity, type Milestone } from "./milestone.ts";
import { milestonesPart } from "./milestones-part.ts";

/** A milestone, and whose it is. */
interface FoundMilestone {
  readonly milestone: Milestone;
  readonly owner: Namespace;
}

/** The milestone of that title that something of the owner can have: its own, or one of a group around it. */
export function milestoneTitled(
  world: World,
  owner: Namespace,
  title: string,
): FoundMilestone | undefined {
  return milestonesFor(world, owner).find(({ milestone }) => milestone.title === title);
}

/** The milestone with that id, likewise. */
export function milestoneWithId(
  world: World,
  owner: Namespace,
  id: number,
): FoundMilestone | undefined {
  return milestonesFor(world, owner).find(({ milestone }) => milestone.id === id);
}

/** The milestones that something of the owner can have. */
function milestonesFor(world: World, owner: Namespace): readonly FoundMilestone[] {
  return [owner, ...world.ancestors(owner.path)].flatMap((holder) =>
    world.part(milestonesPart, holder).rows.map((milestone) => ({ milestone, owner: holder })),
  );
}

/** The milestone of a title as the REST API shows it within an issue or merge request. */
export function milestoneOf(
  world: World,
  owner: Namespace,
  title: string | null,
): JsonObject | null {
  if (title === null) return null;
  const found = milestoneTitled(world, owner, title);
  return found === undefined ? null : milestoneEntity(found.milestone, found.owner, world);
}
