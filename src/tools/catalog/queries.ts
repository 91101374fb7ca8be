import type { CatalogEntry } from "./catalog-entry.ts";
import { optional, record, required, text, withDefault } from "./parameter.ts";
import { readsGitlab } from "./presets.ts";

/** Queries in a language of their own: GLQL, REST paths, GraphQL. */
export const queryTools: readonly CatalogEntry[] = [
  {
    name: "get_glql_schema",
    summary:
      "Describes the fields, operators and functions of GLQL, the GitLab query language, for a data source",
    effect: "pure",
    privileges: ["read_write_gitlab", "read_only_gitlab"],
    trust: "untrusted_user_content",
    scope: "none",
    parameters: {
      data_source: withDefault(text(), "all"),
    },
  },
  {
    name: "run_glql_query",
    summary: "Runs a GLQL query and returns its rows",
    ...readsGitlab,
    scope: "instance",
    minGitlabVersion: "18.6.0",
    parameters: {
      glql_yaml: required(text()),
      after: optional(text()),
    },
  },
  {
    name: "gitlab_api_get",
    summary: "Sends a GET request to a path of the GitLab REST API",
    ...readsGitlab,
    scope: "instance",
    needsOneOf: [["endpoint"]],
    parameters: {
      endpoint: optional(text()),
      params: optional(record()),
    },
  },
  {
    name: "gitlab_graphql",
    summary: "Sends a query to the GitLab GraphQL API; mutations are refused",
    ...readsGitlab,
    scope: "instance",
    parameters: {
      query: required(text()),
      variables: optional(record()),
    },
  },
];
