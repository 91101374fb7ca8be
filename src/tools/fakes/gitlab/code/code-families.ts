import type { Family } from "../core/family.ts";
import { auditEventsFamily } from "./audit-events/audit-events-family.ts";
import { mergeRequestsFamily } from "./merge-requests/merge-requests-family.ts";
import { pipelinesFamily } from "./pipelines/pipelines-family.ts";
import { repositoryFamily } from "./repository/repository-family.ts";
import { vulnerabilitiesFamily } from "./vulnerabilities/vulnerabilities-family.ts";
import { wikiFamily } from "./wiki/wiki-family.ts";

/** What a project's code brings: repository, merge requests, pipelines, vulnerabilities and the like. */
export const codeFamilies: readonly Family[] = [
  auditEventsFamily,
  mergeRequestsFamily,
  pipelinesFamily,
  repositoryFamily,
  vulnerabilitiesFamily,
  wikiFamily,
];
