import type { JsonObject } from "../../../../../core/json.ts";
import {
  choice,
  flag,
  listOf,
  map,
  optionalText,
  record,
  text,
  texts,
  whole,
} from "../../core/schema-words.ts";
import { mergeRequestStates, reviewStates } from "./merge-request.ts";

const noteKeys: JsonObject = {
  id: whole(),
  author: text("A username."),
  body: text(),
  created_at: text(),
  system: flag("Whether GitLab wrote it."),
  internal: flag("Whether only members see it."),
};

const line: JsonObject = { type: ["integer", "null"] };

const discussion = record("A thread.", {
  id: text("40 hexadecimal digits."),
  resolved: flag(),
  resolved_by: optionalText("A username."),
  position: record("The line of the diff that it is about.", {
    old_path: text("new_path where nothing else is said."),
    new_path: text(),
    old_line: line,
    new_line: line,
  }),
  notes: listOf("Its comments, oldest first.", record("A comment.", noteKeys)),
});

const diff = record("A file of the diff.", {
  old_path: text("new_path where nothing else is said."),
  new_path: text(),
  diff: text("Hunks as `git diff` writes them, without its header."),
  new_file: flag(),
  deleted_file: flag(),
  renamed_file: flag(),
});

const reviewers: JsonObject = {
  description: "Usernames; as a map, each with the state of the review.",
  anyOf: [texts(), { type: "object", additionalProperties: { enum: [...reviewStates, null] } }],
};

/** The key of a project's block about merge requests. */
export const mergeRequestKeys: Readonly<Record<string, JsonObject>> = {
  merge_requests: map(
    "By iid.",
    record("A merge request.", {
      id: whole(),
      title: text(),
      description: optionalText(),
      state: choice(mergeRequestStates, "opened where nothing else is said."),
      source_branch: text(),
      target_branch: text("The default branch where nothing else is said."),
      author: text("A username."),
      assignees: texts("Usernames."),
      reviewers,
      labels: texts(),
      milestone: optionalText("A title."),
      squash: flag(),
      remove_source_branch: { type: ["boolean", "null"] },
      allow_collaboration: flag(),
      discussion_locked: { type: ["boolean", "null"] },
      created_at: text(),
      updated_at: text(),
      merged_at: optionalText(),
      closed_at: optionalText(),
      diffs: listOf(
        "What it changes, where that does not follow from its branches: for one whose branch is gone.",
        diff,
      ),
      notes: listOf(
        "Comments that belong to no thread, oldest first.",
        record("A comment.", noteKeys),
      ),
      discussions: listOf("Threads, oldest first.", discussion),
    }),
  ),
};
