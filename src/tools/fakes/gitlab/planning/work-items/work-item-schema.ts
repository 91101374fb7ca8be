import type { JsonObject } from "../../../../../core/json.ts";
import {
  choice,
  flag,
  listOf,
  optionalText,
  record,
  text,
  texts,
  whole,
} from "../../core/schema-words.ts";
import { statuses } from "./statuses.ts";
import { groupTypes, healthStatuses, projectTypes } from "./work-item.ts";

const noteSchema: JsonObject = record("A comment.", {
  id: whole(),
  author: text("A username."),
  body: text(),
  created_at: text(),
  updated_at: text(),
  system: flag("Written by GitLab itself."),
  internal: flag("Only members see it."),
  reply_to: whole("The id of the note that began the thread."),
});

const todoSchema: JsonObject = record("A to-do item.", {
  id: whole(),
  user: text("A username."),
  state: choice(["pending", "done"]),
});

const common: JsonObject = {
  title: text(),
  description: optionalText(),
  state: choice(["opened", "closed"]),
  author: text("A username; the current user where nothing else is said."),
  assignees: texts("Usernames."),
  labels: texts("Names."),
  milestone: optionalText("A title, of the project or of a group around it."),
  confidential: flag("Only those see it who may write, or have to do with it."),
  discussion_locked: flag(),
  weight: { type: ["integer", "null"], minimum: 0 },
  health_status: { type: ["string", "null"], enum: [...healthStatuses, null] },
  status: {
    type: ["string", "null"],
    enum: [...statuses.map(({ name }) => name), null],
    description: "Of an issue or a task; To do or Done, by its state, where nothing else is said.",
  },
  start_date: optionalText("2026-01-31"),
  due_date: optionalText("2026-01-31"),
  dates_fixed: flag(),
  parent: optionalText("What it belongs to: shop&3, &3, shop/web#7, #7."),
  agent_plan: optionalText(),
  merge_requests: texts("Merge requests that have to do with it: shop/web!4, !4."),
  created_at: text(),
  updated_at: text(),
  closed_at: optionalText(),
  closed_by: optionalText("A username."),
  notes: listOf("Comments, the oldest first.", noteSchema),
  todos: listOf("To-do items on it.", todoSchema),
};

/** Work items of a project. */
export const issueSchema: JsonObject = record("An issue, task, incident or test case.", {
  id: whole(),
  type: choice(projectTypes, "issue where nothing else is said."),
  ...common,
});

/** Work items of a group. */
export const epicSchema: JsonObject = record("An epic, or another work item of a group.", {
  id: whole("What the epics API calls its id."),
  work_item_id: whole("Its id as a work item."),
  type: choice(groupTypes, "epic where nothing else is said."),
  ...common,
});
