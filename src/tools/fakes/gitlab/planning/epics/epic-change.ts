import type { JsonObject } from "../../../../../core/json.ts";
import { choiceParam, dayParam, flagParam, numberParam, textParam } from "../../core/params.ts";
import { badRequest, RestError } from "../../core/rest.ts";
import type { World } from "../../core/world.ts";
import { checkTitle, labels } from "../issues/issue-change.ts";
import type { WorkItemChange } from "../work-items/change-work-item.ts";
import { epicWithId } from "../work-items/work-item-store.ts";
import { referenceOf, type WorkItem } from "../work-items/work-item.ts";

/** Parameters that creating and changing an epic honor. */
export const epicBody = [
  "add_labels",
  "confidential",
  "description",
  "due_date_fixed",
  "due_date_is_fixed",
  "labels",
  "parent_id",
  "remove_labels",
  "start_date_fixed",
  "start_date_is_fixed",
  "state_event",
  "title",
] as const;

/** What the body of a request says about an epic. @throws RestError for what the API refuses */
export function epicChange(
  world: World,
  { body, item }: { readonly body: JsonObject; readonly item?: WorkItem },
): WorkItemChange {
  const title = textParam(body, "title");
  if (title !== undefined) checkTitle(title);
  const description = textParam(body, "description");
  const isConfidential = flagParam(body, "confidential");
  const event = choiceParam(body, "state_event", ["close", "reopen"]);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(isConfidential !== undefined && { isConfidential }),
    ...(event !== undefined && { isOpen: event === "reopen" }),
    ...labels(body, item?.labels ?? []),
    ...dates(body),
    ...parent(world, body, item),
  };
}

/**
 * A fixed date counts where it is said to be fixed; dates that milestones give, the fake does not compute,
 * so that dates which are not fixed are none. One word for both, as a work item has one.
 */
function dates(body: JsonObject): WorkItemChange {
  const startDate = dayParam(body, "start_date_fixed");
  const dueDate = dayParam(body, "due_date_fixed");
  const start = flagParam(body, "start_date_is_fixed");
  const due = flagParam(body, "due_date_is_fixed");
  return {
    ...(startDate !== undefined && { startDate }),
    ...(dueDate !== undefined && { dueDate }),
    ...(start === false && { startDate: null }),
    ...(due === false && { dueDate: null }),
    ...((start ?? due) !== undefined && { hasFixedDates: start === true || due === true }),
  };
}

function parent(world: World, body: JsonObject, item: WorkItem | undefined): WorkItemChange {
  const id = numberParam(body, "parent_id");
  if (id === undefined) return {};
  if (id === 0) return { parent: null };
  const found = epicWithId(world, id);
  if (found === undefined) throw new RestError(404, { message: "404 Not found" });
  if (found.id === item?.id) throw badRequest("parent_id is invalid");
  return { parent: referenceOf(found) };
}
