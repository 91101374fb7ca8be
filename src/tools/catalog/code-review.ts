import type { CatalogEntry } from "./catalog-entry.ts";
import {
  boolean,
  choice,
  integer,
  integerOrText,
  list,
  object,
  optional,
  required,
  text,
  withDefault,
} from "./parameter.ts";
import { readsGitlab, writesGitlab } from "./presets.ts";

/** What the code review flow uses to read a merge request and to publish its verdict. */
export const codeReviewTools: readonly CatalogEntry[] = [
  {
    // Asks the session's project for its default branch, so it fails without a project.
    name: "build_review_merge_request_context",
    summary:
      "Collects what a review of a merge request needs: its description, diffs and the files they touch",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id", "merge_request_iid"]],
    parameters: {
      url: optional(text()),
      project_id: optional(integerOrText()),
      merge_request_iid: optional(integer()),
      only_diffs: withDefault(boolean(), false),
      lightweight: withDefault(boolean(), false),
      include_diff_links: withDefault(boolean(), false),
    },
  },
  {
    name: "post_duo_code_review",
    summary: "Publishes the output of an AI code review on a merge request",
    ...writesGitlab,
    scope: "project",
    parameters: {
      project_id: required(integer()),
      merge_request_iid: required(integer()),
      review_output: required(text()),
    },
  },
  {
    name: "submit_mr_review",
    summary:
      "Publishes a whole review of a merge request: a summary, inline comments and a verdict",
    ...writesGitlab,
    trust: "untrusted_user_content",
    scope: "project",
    parameters: {
      project_id: required(integer()),
      merge_request_iid: required(integer()),
      comments: withDefault(
        list(
          object({
            file: required(text()),
            new_line: optional(integer()),
            old_line: optional(integer()),
            body: required(text()),
            target_code: optional(text()),
            suggestion: optional(text()),
          }),
        ),
        [],
      ),
      verdict: optional(choice("requested_changes", "reviewed")),
      summary: optional(text()),
      summary_internal: withDefault(boolean(), false),
      fold_inline_into_summary_when_public: withDefault(boolean(), false),
      inline_findings_title: optional(text()),
    },
  },
];
