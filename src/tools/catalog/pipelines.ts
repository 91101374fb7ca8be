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
import { readsGitlab } from "./presets.ts";

/** Pipelines, their jobs, and the check of CI/CD configuration. */
export const pipelineTools: readonly CatalogEntry[] = [
  {
    name: "get_pipeline_failing_jobs",
    summary: "Lists the jobs of a pipeline that failed",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id", "merge_request_iid"]],
    parameters: {
      url: optional(text()),
      project_id: optional(integerOrText()),
      merge_request_iid: optional(integer()),
      exclude_allow_failure: withDefault(boolean(), false),
    },
  },
  {
    name: "get_failing_bridge_jobs",
    summary: "Lists the trigger jobs of a pipeline that failed",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"]],
    parameters: {
      url: optional(text()),
    },
  },
  {
    name: "get_downstream_pipelines",
    summary:
      "Lists the URLs of the child and downstream pipelines of the pipelines of a merge request",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"]],
    parameters: {
      url: optional(text()),
    },
  },
  {
    name: "get_job_logs",
    summary: "Reads the log of a CI/CD job",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id", "job_id"]],
    parameters: {
      url: optional(text()),
      project_id: optional(integerOrText()),
      job_id: optional(integer()),
      byte_offset: optional(integer()),
      byte_limit: optional(integer()),
    },
    parameterCapabilities: {
      byte_offset: "job_trace_pagination",
      byte_limit: "job_trace_pagination",
    },
  },
  {
    name: "ci_linter",
    summary: "Checks CI/CD YAML against a project and says what is wrong with it",
    ...readsGitlab,
    scope: "project",
    parameters: {
      project_id: required(integer()),
      content: required(text()),
      ref: optional(text()),
    },
  },
];
