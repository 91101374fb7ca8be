import type { CatalogEntry } from "./catalog-entry.ts";
import {
  choice,
  integer,
  list,
  object,
  optional,
  required,
  text,
  withDefault,
} from "./parameter.ts";
import { readsGitlab, writesGitlab } from "./presets.ts";

/** Application security context. Parameters are camelCase, the options of a toolset are snake_case. */
export const ascpTools: readonly CatalogEntry[] = [
  {
    name: "ascp_create_scan",
    summary: "Opens the record of a security scan of a project",
    ...writesGitlab,
    trust: "untrusted_user_content",
    scope: "project",
    license: "SECURITY_DASHBOARD",
    parameters: {
      projectPath: required(text()),
      commitSha: required(text()),
      scanType: optional(choice("FULL", "INCREMENTAL"), "FULL"),
      baseScanId: optional(text()),
      baseCommitSha: optional(text()),
    },
  },
  {
    name: "ascp_list_scans",
    summary: "Lists the security scans recorded for a project",
    ...readsGitlab,
    scope: "project",
    license: "SECURITY_DASHBOARD",
    parameters: {
      project_path: required(text()),
      scan_type: optional(choice("FULL", "INCREMENTAL")),
      first: withDefault(integer({ minimum: 1, maximum: 100 }), 50),
      after: optional(text()),
    },
  },
  {
    name: "ascp_create_component",
    summary: "Registers a component of a project in a security scan",
    ...writesGitlab,
    trust: "untrusted_user_content",
    scope: "project",
    parameters: {
      projectPath: required(text()),
      title: required(text()),
      subDirectory: required(text()),
      scanId: required(text()),
      description: optional(text()),
      expectedUserBehavior: optional(text()),
    },
  },
  {
    name: "ascp_list_components",
    summary: "Lists the components that security scans registered for a project",
    ...readsGitlab,
    scope: "project",
    parameters: {
      projectPath: required(text()),
      title: optional(text()),
      subDirectory: optional(text()),
      first: withDefault(integer({ minimum: 1, maximum: 100 }), 50),
      after: optional(text()),
    },
  },
  {
    name: "ascp_create_security_context",
    summary:
      "Stores the security context of a scanned component: its guidelines, authentication and authorization",
    ...writesGitlab,
    trust: "untrusted_user_content",
    scope: "project",
    parameters: {
      projectPath: required(text()),
      componentId: required(text()),
      scanId: required(text()),
      guidelines: required(
        list(
          object({
            name: required(text()),
            operation: required(text()),
            legitimateUse: optional(text()),
            securityBoundary: optional(text()),
            businessContext: optional(text()),
            severityIfViolated: optional(choice("LOW", "MEDIUM", "HIGH", "CRITICAL"), "MEDIUM"),
          }),
          { minItems: 1 },
        ),
      ),
      summary: optional(text()),
      authenticationModel: optional(choice("true", "false")),
      authorizationModel: optional(choice("elevated", "standard")),
      dataSensitivity: optional(choice("true", "false")),
    },
  },
];
