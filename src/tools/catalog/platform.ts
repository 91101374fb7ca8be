import type { CatalogEntry } from "./catalog-entry.ts";
import { choice, integer, oneOf, optional, required, text } from "./parameter.ts";
import { readsGitlab, writesGitlab } from "./presets.ts";

/** The rest: who, where, and other sessions. */
export const platformTools: readonly CatalogEntry[] = [
  {
    name: "get_current_user",
    summary: "Says who the current user is",
    ...readsGitlab,
    scope: "instance",
    parameters: {},
  },
  {
    name: "get_project",
    summary: "Reads one project",
    ...readsGitlab,
    scope: "project",
    parameters: {
      project_id: required(integer()),
    },
  },
  {
    name: "get_wiki_page",
    summary: "Reads one wiki page of a project or a group",
    ...readsGitlab,
    scope: "project_or_group",
    needsOneOf: [
      ["project_id", "slug"],
      ["group_id", "slug"],
    ],
    parameters: {
      project_id: optional(text()),
      group_id: optional(text()),
      slug: required(text()),
    },
  },
  {
    name: "get_session_context",
    summary: "Summarizes another session of an agent",
    ...readsGitlab,
    scope: "instance",
    experimental: true,
    parameters: {
      session_id: required(integer()),
    },
  },
  {
    name: "start_flow",
    summary: "Starts another flow on the server",
    ...writesGitlab,
    privileges: ["start_flows"],
    trust: "untrusted_user_content",
    scope: "project",
    experimental: true,
    parameters: {
      flow: required(
        oneOf(
          {
            name: required(choice("developer")),
            goal: required(text()),
            project_url: optional(text()),
            issue_url: optional(text()),
          },
          {
            name: required(choice("fix_pipeline")),
            pipeline_url: required(text()),
            merge_request_url: required(text()),
            source_branch: required(text()),
          },
          {
            name: required(choice("code_review")),
            merge_request_url: required(text()),
          },
          {
            name: required(choice("sast_fp_detection")),
            vulnerability_id: required(text()),
          },
          {
            name: required(choice("resolve_sast_vulnerability")),
            vulnerability_id: required(text()),
          },
          {
            name: required(choice("secrets_fp_detection")),
            vulnerability_id: required(text()),
          },
        ),
      ),
    },
  },
];
