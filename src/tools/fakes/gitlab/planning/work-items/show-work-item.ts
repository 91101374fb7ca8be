import type { JsonObject } from "../../../../../core/json.ts";
import type { Note, WorkItem } from "./work-item.ts";

/** A work item in the shape of a seed. */
export function showWorkItem(item: WorkItem): JsonObject {
  return {
    ...(item.epicId === null ? { id: item.id } : { id: item.epicId, work_item_id: item.id }),
    type: item.type,
    title: item.title,
    description: item.description,
    state: item.isOpen ? "opened" : "closed",
    author: item.author,
    assignees: item.assignees,
    labels: item.labels,
    milestone: item.milestone,
    confidential: item.isConfidential,
    discussion_locked: item.isLocked,
    weight: item.weight,
    health_status: item.healthStatus,
    status: item.status,
    start_date: item.startDate,
    due_date: item.dueDate,
    dates_fixed: item.hasFixedDates,
    parent: item.parent,
    agent_plan: item.agentPlan,
    merge_requests: item.mergeRequests,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    closed_by: item.closedBy,
    notes: item.notes.map(showNote),
    todos: item.todos.map(({ id, user, isDone }) => ({
      id,
      user,
      state: isDone ? "done" : "pending",
    })),
  };
}

function showNote(note: Note): JsonObject {
  return {
    id: note.id,
    author: note.author,
    body: note.body,
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    system: note.isSystem,
    internal: note.isInternal,
    ...(note.replyTo === null ? {} : { reply_to: note.replyTo }),
  };
}
