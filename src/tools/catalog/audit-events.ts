import type { CatalogEntry } from "./catalog-entry.ts";
import { boolean, integer, integerOrText, optional, text } from "./parameter.ts";
import { readsGitlab } from "./presets.ts";

/** Audit events. */
export const auditEventTools: readonly CatalogEntry[] = [
  {
    name: "list_project_audit_events",
    summary: "Lists the audit events of a project",
    ...readsGitlab,
    scope: "project",
    needsOneOf: [["url"], ["project_id"]],
    license: "AUDIT_EVENTS",
    parameters: {
      created_after: optional(text()),
      created_before: optional(text()),
      per_page: optional(integer({ minimum: 1, maximum: 100 }), 20),
      page: optional(integer({ minimum: 1 }), 1),
      fetch_all_pages: optional(boolean(), false),
      url: optional(text()),
      project_id: optional(integerOrText()),
    },
  },
  {
    name: "list_group_audit_events",
    summary: "Lists the audit events of a group",
    ...readsGitlab,
    scope: "group",
    needsOneOf: [["group_id"], ["group_path"]],
    license: "AUDIT_EVENTS",
    parameters: {
      created_after: optional(text()),
      created_before: optional(text()),
      per_page: optional(integer({ minimum: 1, maximum: 100 }), 20),
      page: optional(integer({ minimum: 1 }), 1),
      fetch_all_pages: optional(boolean(), false),
      group_id: optional(integer()),
      group_path: optional(text()),
    },
  },
  {
    name: "list_instance_audit_events",
    summary: "Lists the audit events of the instance",
    ...readsGitlab,
    scope: "instance",
    license: "AUDIT_EVENTS",
    parameters: {
      created_after: optional(text()),
      created_before: optional(text()),
      per_page: optional(integer({ minimum: 1, maximum: 100 }), 20),
      page: optional(integer({ minimum: 1 }), 1),
      fetch_all_pages: optional(boolean(), false),
      entity_type: optional(text()),
      entity_id: optional(integer()),
    },
  },
];
