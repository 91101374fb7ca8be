import type { JsonObject } from "../../../../../core/json.ts";
import type { WorkItem } from "./work-item.ts";

/** A status that GitLab brings along. Those that end the work close what has them. */
interface Status {
  readonly id: number;
  readonly name: string;
  readonly isEnd: boolean;
}

/** GitLab's own lifecycle; the fake has no other. */
export const statuses: readonly Status[] = [
  { id: 1, name: "To do", isEnd: false },
  { id: 2, name: "In progress", isEnd: false },
  { id: 3, name: "Done", isEnd: true },
  { id: 4, name: "Won't do", isEnd: true },
  { id: 5, name: "Duplicate", isEnd: true },
];

const prefix = "gid://gitlab/WorkItems::Statuses::SystemDefined::Status/";

/** The status of that global id. */
export function statusWithGid(gid: string): Status | undefined {
  return statuses.find(({ id }) => gid === `${prefix}${String(id)}`);
}

/** The status that a work item has; null for types that have none. */
export function statusOf({ type, status, isOpen }: WorkItem): Status | null {
  if (!hasStatus(type)) return null;
  const name = status ?? (isOpen ? "To do" : "Done");
  return statuses.find((each) => each.name === name) ?? null;
}

/** Whether work items of the type have a status. */
export function hasStatus(type: WorkItem["type"]): boolean {
  return type === "issue" || type === "task";
}

/** As GraphQL shows a status. */
export function statusNode({ id, name }: Status): JsonObject {
  return { id: `${prefix}${String(id)}`, name };
}

/** The lifecycles of a namespace, as get_work_item_statuses gives them. */
export const lifecycles: readonly JsonObject[] = [
  {
    id: "gid://gitlab/WorkItems::Statuses::SystemDefined::Lifecycle/1",
    name: "Default",
    statuses: statuses.map(statusNode),
  },
];
