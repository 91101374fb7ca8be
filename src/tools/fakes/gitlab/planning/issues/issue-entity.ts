import type { JsonObject } from "../../../../../core/json.ts";
import type { Project, World } from "../../core/world.ts";
import { milestoneOf } from "../milestones/find-milestones.ts";
import { itemUrl } from "../work-items/links.ts";
import { userEntity } from "../work-items/note-entity.ts";
import { itemReferredTo } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";

/** As the REST API shows an issue (docs.gitlab.com/api/issues), without what the fake has nothing of. */
export function issueEntity(world: World, project: Project, item: WorkItem): JsonObject {
  const assignees = item.assignees.flatMap((name) => userEntity(world, name) ?? []);
  const tasks = countTasks(item.description ?? "");
  return {
    id: item.id,
    iid: item.iid,
    project_id: project.id,
    title: item.title,
    description: item.description,
    state: item.isOpen ? "opened" : "closed",
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    closed_by: userEntity(world, item.closedBy),
    labels: item.labels,
    milestone: milestoneOf(world, project, item.milestone),
    assignees,
    author: userEntity(world, item.author),
    type: item.type.toUpperCase(),
    assignee: assignees[0] ?? null,
    user_notes_count: item.notes.filter(({ isSystem }) => !isSystem).length,
    merge_requests_count: item.mergeRequests.length,
    upvotes: 0,
    downvotes: 0,
    start_date: item.startDate,
    due_date: item.dueDate,
    confidential: item.isConfidential,
    discussion_locked: item.isLocked ? true : null,
    issue_type: item.type,
    web_url: itemUrl(world.url, item),
    time_stats: {
      time_estimate: 0,
      total_time_spent: 0,
      human_time_estimate: null,
      human_total_time_spent: null,
    },
    task_completion_status: tasks,
    weight: item.weight,
    blocking_issues_count: 0,
    has_tasks: tasks.count > 0,
    _links: links(world, project, item),
    references: {
      short: `#${String(item.iid)}`,
      relative: `#${String(item.iid)}`,
      full: `${project.path}#${String(item.iid)}`,
    },
    severity: "UNKNOWN",
    moved_to_id: null,
    imported: false,
    imported_from: "none",
    service_desk_reply_to: null,
    ...epicOf(world, item),
    iteration: null,
    health_status: item.healthStatus,
  };
}

function links(world: World, project: Project, item: WorkItem): JsonObject {
  const self = `${world.url}/api/v4/projects/${String(project.id)}`;
  const issue = `${self}/issues/${String(item.iid)}`;
  return {
    self: issue,
    notes: `${issue}/notes`,
    award_emoji: `${issue}/award_emoji`,
    project: self,
    closed_as_duplicate_of: null,
  };
}

function epicOf(world: World, item: WorkItem): JsonObject {
  const parent = itemReferredTo(world, item.parent);
  if (parent === undefined || parent.epicId === null) return { epic_iid: null, epic: null };
  const { path, iid, title } = parent;
  return {
    epic_iid: iid,
    epic: {
      id: parent.epicId,
      iid,
      title,
      url: `/groups/${path}/-/epics/${String(iid)}`,
      group_id: world.group(path)?.id ?? null,
    },
  };
}

/** Boxes to tick in a description. */
function countTasks(description: string): {
  readonly count: number;
  readonly completed_count: number;
} {
  const boxes = description
    .split("\n")
    .flatMap((line) => /^\s*(?:[-*+]|[0-9]+[.)]) \[([ xX~])\] /.exec(line)?.[1] ?? []);
  const done = boxes.filter((mark) => mark !== " ").length;
  return { count: boxes.length, completed_count: done };
}
