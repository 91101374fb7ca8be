import type { CatalogEntry } from "./catalog-entry.ts";
import { boolean, choice, optional, required, text } from "./parameter.ts";
import { readsGitlab } from "./presets.ts";

/** The searches of an instance. */
export const searchTools: readonly CatalogEntry[] = [
  {
    name: "gitlab_blob_search",
    summary: "Searches the code of projects",
    ...readsGitlab,
    scope: "project_group_or_instance",
    parameters: {
      search: required(text()),
      api_url: required(text()),
      order_by: optional(text()),
      sort: optional(text()),
      ref: optional(text()),
    },
    supersedes: {
      capability: "advanced_search",
      parameters: {
        id: required(text()),
        search: required(text()),
        order_by: optional(text()),
        sort: optional(text()),
        ref: optional(text()),
      },
    },
  },
  {
    name: "gitlab_commit_search",
    summary: "Searches commits in projects or groups",
    ...readsGitlab,
    scope: "project_or_group",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
      ref: optional(text()),
    },
  },
  {
    name: "gitlab_documentation_search",
    summary: "Searches the GitLab documentation",
    ...readsGitlab,
    trust: "untrusted_external",
    scope: "instance",
    parameters: {
      search: required(text()),
    },
  },
  {
    name: "gitlab_group_project_search",
    summary: "Searches projects or groups of the instance",
    ...readsGitlab,
    scope: "instance",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
    },
  },
  {
    name: "gitlab_issue_search",
    summary: "Searches issues in projects or groups",
    ...readsGitlab,
    scope: "project_or_group",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
      confidential: optional(boolean()),
      state: optional(text()),
    },
  },
  {
    name: "gitlab_milestone_search",
    summary: "Searches milestones in projects or groups",
    ...readsGitlab,
    scope: "project_or_group",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
    },
  },
  {
    name: "gitlab_note_search",
    summary: "Searches comments in projects or groups",
    ...readsGitlab,
    scope: "project_or_group",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
    },
  },
  {
    name: "gitlab_wiki_blob_search",
    summary: "Searches wiki pages in projects or groups",
    ...readsGitlab,
    scope: "project_or_group",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
      ref: optional(text()),
    },
  },
  {
    name: "gitlab__user_search",
    summary: "Searches users in projects or groups",
    ...readsGitlab,
    scope: "project_or_group",
    parameters: {
      id: required(text()),
      search: required(text()),
      search_type: required(choice("projects", "groups")),
      order_by: optional(text()),
      sort: optional(text()),
    },
  },
];
