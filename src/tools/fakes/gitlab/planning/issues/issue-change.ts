import type { JsonObject } from "../../../../../core/json.ts";
import {
  choiceParam,
  dayParam,
  flagParam,
  idsParam,
  listParam,
  numberParam,
  textParam,
} from "../../core/params.ts";
import { invalid, RestError } from "../../core/rest.ts";
import type { Project, World } from "../../core/world.ts";
import { milestoneWithId } from "../milestones/find-milestones.ts";
import type { WorkItemChange } from "../work-items/change-work-item.ts";
import { epicWithId } from "../work-items/work-item-store.ts";
import { projectTypes, referenceOf, type WorkItem } from "../work-items/work-item.ts";

/** Parameters that creating and changing an issue honor; others that the API has, the service's tools do not send. */
export const issueBody = [
  "add_labels",
  "assignee_ids",
  "confidential",
  "description",
  "discussion_locked",
  "due_date",
  "epic_id",
  "issue_type",
  "labels",
  "milestone_id",
  "remove_labels",
  "state_event",
  "title",
  "weight",
] as const;

const maxTitle = 255;
const maxDescription = 1_048_576;

/** What the body of a request says about an issue. @throws RestError for what the API refuses */
export function issueChange(
  world: World,
  project: Project,
  { body, item }: { readonly body: JsonObject; readonly item?: WorkItem },
): WorkItemChange {
  const event = choiceParam(body, "state_event", ["close", "reopen"]);
  const dueDate = dayParam(body, "due_date");
  const weight = numberParam(body, "weight");
  return {
    ...texts(body),
    ...labels(body, item?.labels ?? []),
    ...assignees(world, body),
    ...milestone(world, project, body),
    ...epic(world, body),
    ...present("isConfidential", flagParam(body, "confidential")),
    ...present("isLocked", flagParam(body, "discussion_locked")),
    ...present("type", choiceParam(body, "issue_type", projectTypes)),
    ...(dueDate !== undefined && { dueDate }),
    ...(weight !== undefined && { weight }),
    ...(event !== undefined && { isOpen: event === "reopen" }),
  };
}

function texts(body: JsonObject): WorkItemChange {
  const title = textParam(body, "title");
  const description = textParam(body, "description");
  if (title !== undefined) checkTitle(title);
  if (description !== undefined && description.length > maxDescription) {
    throw invalid({
      description: [`is too long (${sizeOf(description)}). The maximum size is 1 MiB.`],
    });
  }
  return { ...present("title", title), ...present("description", description) };
}

/** @throws RestError for a title that no issue or epic can have */
export function checkTitle(title: string): void {
  if (title.trim() === "") throw invalid({ title: ["can't be blank"] });
  if (title.length > maxTitle) {
    throw invalid({ title: [`is too long (maximum is ${String(maxTitle)} characters)`] });
  }
}

function sizeOf(text: string): string {
  return `${(text.length / maxDescription).toFixed(2)} MiB`;
}

/** `labels` says all of them, `add_labels` and `remove_labels` what is different. */
export function labels(body: JsonObject, before: readonly string[]): WorkItemChange {
  const all = listParam(body, "labels");
  const added = listParam(body, "add_labels") ?? [];
  const removed = new Set(listParam(body, "remove_labels") ?? []);
  if (all === undefined && added.length === 0 && removed.size === 0) return {};
  return { labels: [...(all ?? before), ...added].filter((name) => !removed.has(name)) };
}

/** GitLab leaves out assignees that do not exist. */
function assignees(world: World, body: JsonObject): WorkItemChange {
  const ids = idsParam(body, "assignee_ids");
  if (ids === undefined) return {};
  return { assignees: ids.flatMap((id) => world.userWithId(id)?.username ?? []) };
}

function milestone(world: World, project: Project, body: JsonObject): WorkItemChange {
  const id = numberParam(body, "milestone_id");
  if (id === undefined) return {};
  return { milestone: milestoneWithId(world, project, id)?.milestone.title ?? null };
}

function epic(world: World, body: JsonObject): WorkItemChange {
  const id = numberParam(body, "epic_id");
  if (id === undefined) return {};
  if (id === 0) return { parent: null };
  const found = epicWithId(world, id);
  if (found === undefined) throw new RestError(404, { message: "404 Not found" });
  return { parent: referenceOf(found) };
}

function present<Key extends keyof WorkItemChange>(
  key: Key,
  value: WorkItemChange[Key] | undefined,
): WorkItemChange {
  return value === undefined ? {} : { [key]: value };
}
