import type { CatalogEntry } from "./catalog-entry.ts";
import {
  boolean,
  integer,
  integerOrText,
  optional,
  required,
  text,
  withDefault,
} from "./parameter.ts";
import { readsGitlab, writesGitlab } from "./presets.ts";

/** Comments and discussion threads of merge requests. */
export const mergeRequestNoteTools: readonly CatalogEntry[] = [
  {
    name: "list_all_merge_request_notes",
    summary: "Lists all comments on a merge request",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id", "merge_request_iid"]],
    parameters: {
      url: optional(text()),
      project_id: optional(integerOrText()),
      merge_request_iid: optional(integer()),
    },
  },
  {
    name: "create_merge_request_note",
    summary: "Comments on a merge request, or replies to a comment on it",
    ...writesGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id", "merge_request_iid"]],
    parameters: {
      url: optional(text()),
      project_id: optional(integerOrText()),
      merge_request_iid: optional(integer()),
      body: required(text()),
      note_id: optional(integer()),
      internal: withDefault(boolean(), false),
    },
  },
  {
    name: "create_merge_request_diff_note",
    summary: "Comments on one line of the diff of a merge request",
    ...writesGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id", "merge_request_iid"]],
    parameters: {
      url: optional(text()),
      project_id: optional(integerOrText()),
      merge_request_iid: optional(integer()),
      body: required(text()),
      old_path: required(text()),
      new_path: required(text()),
      old_line: optional(integer()),
      new_line: optional(integer()),
    },
  },
  {
    name: "list_mr_discussions",
    summary: "Lists the discussion threads of a merge request",
    ...readsGitlab,
    scope: "project",
    parameters: {
      project_id: required(integer()),
      merge_request_iid: required(integer()),
      only_from_author: optional(text()),
      only_resolvable: withDefault(boolean(), false),
    },
  },
  {
    name: "reply_to_discussion",
    summary: "Replies in a discussion thread of a merge request",
    ...writesGitlab,
    trust: "untrusted_user_content",
    scope: "project",
    parameters: {
      project_id: required(integer()),
      merge_request_iid: required(integer()),
      discussion_id: required(text()),
      body: required(text()),
    },
  },
  {
    name: "set_discussion_resolved",
    summary: "Resolves or reopens a discussion thread of a merge request",
    ...writesGitlab,
    trust: "untrusted_user_content",
    scope: "project",
    parameters: {
      project_id: required(integer()),
      merge_request_iid: required(integer()),
      discussion_id: required(text()),
      resolved: withDefault(boolean(), true),
    },
  },
];
