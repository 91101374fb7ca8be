import type { JsonObject } from "../../../../../core/json.ts";

/** A milestone of a project or group. */
export interface Milestone {
  readonly id: number;
  readonly iid: number;
  readonly title: string;
  readonly description: string | null;
  readonly isActive: boolean;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What of an owner a milestone shows. */
interface Owner {
  readonly id: number;
  readonly kind: string;
  readonly path: string;
}

/** As the REST API shows it. */
export function milestoneEntity(
  milestone: Milestone,
  owner: Owner,
  { url, now }: { readonly url: string; readonly now: string },
): JsonObject {
  const isProject = owner.kind === "project";
  const base = isProject ? `${url}/${owner.path}` : `${url}/groups/${owner.path}`;
  return {
    id: milestone.id,
    iid: milestone.iid,
    [isProject ? "project_id" : "group_id"]: owner.id,
    title: milestone.title,
    description: milestone.description ?? "",
    state: milestone.isActive ? "active" : "closed",
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_date: milestone.dueDate,
    start_date: milestone.startDate,
    expired: isExpired(milestone, now),
    web_url: `${base}/-/milestones/${String(milestone.iid)}`,
  };
}

/** Whether its last day is over. */
export function isExpired({ dueDate }: Milestone, now: string): boolean {
  return dueDate !== null && dueDate < now.slice(0, 10);
}
