/** Types that a project's work items have. */
export const projectTypes = ["issue", "task", "incident", "test_case"] as const;

/** Types that a group's work items have. */
export const groupTypes = ["epic", "objective", "key_result", "issue", "task"] as const;

export type WorkItemType = (typeof groupTypes)[number] | (typeof projectTypes)[number];

/** How GitLab calls each type. */
export const typeNames: Readonly<Record<WorkItemType, string>> = {
  issue: "Issue",
  task: "Task",
  incident: "Incident",
  test_case: "Test Case",
  epic: "Epic",
  objective: "Objective",
  key_result: "Key Result",
};

export const healthStatuses = ["on_track", "needs_attention", "at_risk"] as const;
type HealthStatus = (typeof healthStatuses)[number];

/** A comment. */
export interface Note {
  readonly id: number;
  /** A username. */
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isSystem: boolean;
  /** Only members see it. */
  readonly isInternal: boolean;
  /** The note that began the thread; null for one that begins a thread or stands alone. */
  readonly replyTo: number | null;
}

/** A to-do item that somebody has on a work item. */
export interface Todo {
  readonly id: number;
  readonly user: string;
  readonly isDone: boolean;
}

/** An issue, a task, an epic and so on: they are one kind of thing, whichever tool made it. */
export interface WorkItem {
  /** Of the work item; an issue has the same. */
  readonly id: number;
  /** What the epics API calls an epic's id; null for what is none. */
  readonly epicId: number | null;
  readonly iid: number;
  /** The full path of its project or group. */
  readonly path: string;
  readonly isInGroup: boolean;
  readonly type: WorkItemType;
  readonly title: string;
  readonly description: string | null;
  readonly isOpen: boolean;
  readonly author: string;
  readonly assignees: readonly string[];
  /** Names, sorted. */
  readonly labels: readonly string[];
  /** A title. */
  readonly milestone: string | null;
  readonly isConfidential: boolean;
  readonly isLocked: boolean;
  readonly weight: number | null;
  readonly healthStatus: HealthStatus | null;
  /** The name of a status; null for the default of its state. */
  readonly status: string | null;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly hasFixedDates: boolean;
  /** A reference: `shop&3`, `shop/web#7`. */
  readonly parent: string | null;
  readonly agentPlan: string | null;
  /** References: `shop/web!4`. */
  readonly mergeRequests: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly notes: readonly Note[];
  readonly todos: readonly Todo[];
}

/** `shop/web#7`, `shop&3`: how texts refer to a work item from anywhere. */
export function referenceOf(item: Pick<WorkItem, "iid" | "isInGroup" | "path">): string {
  return `${item.path}${item.isInGroup ? "&" : "#"}${String(item.iid)}`;
}

/** What a reference stands for, seen from a project or group; undefined for what is none. */
export function parseReference(
  text: string,
  from: { readonly kind: string; readonly path: string },
): { readonly path: string; readonly isInGroup: boolean; readonly iid: number } | undefined {
  const match = /^([^#&!\s]*)([#&])([0-9]{1,9})$/.exec(text);
  if (match === null) return undefined;
  const isInGroup = match[2] === "&";
  const written = match[1] ?? "";
  const around = from.kind === "project" && isInGroup ? groupPath(from.path) : from.path;
  return { path: written === "" ? around : written, isInGroup, iid: Number(match[3]) };
}

function groupPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
