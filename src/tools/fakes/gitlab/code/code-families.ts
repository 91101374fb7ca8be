import type { Family } from "../core/family.ts";

/** What a project's code brings: repository, merge requests, pipelines, vulnerabilities and the like. */
export const codeFamilies: readonly Family[] = [];
