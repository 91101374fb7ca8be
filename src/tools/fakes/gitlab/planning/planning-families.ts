import type { Family } from "../core/family.ts";

/** What a team plans with: issues, epics, tasks, milestones, labels, users, and the search over them. */
export const planningFamilies: readonly Family[] = [];
