import type { Family } from "../core/family.ts";
import { apiTools } from "./api/api-tools.ts";
import { documentTools } from "./documents/document-tools.ts";
import { documentsPart } from "./documents/documents-part.ts";
import { epicRoutes } from "./epics/epic-routes.ts";
import { epicTools } from "./epics/epic-tools.ts";
import { issueRoutes } from "./issues/issue-routes.ts";
import { issueTools } from "./issues/issue-tools.ts";
import { labelsPart } from "./labels/labels-part.ts";
import { milestonesPart } from "./milestones/milestones-part.ts";
import { projectRoutes } from "./projects/project-routes.ts";
import { projectTools } from "./projects/project-tools.ts";
import { searchRoutes } from "./search/search-routes.ts";
import { searchTools } from "./search/search-tools.ts";
import { planningSearches } from "./search/searches.ts";
import { userRoutes } from "./users/user-routes.ts";
import { userTools } from "./users/user-tools.ts";
import { workItemTools } from "./work-item-tools/work-item-tools.ts";
import { epicsPart, issuesPart } from "./work-items/work-items-part.ts";

/** What a team plans with: issues, epics, tasks, milestones, labels, users, and the search over them. */
export const planningFamilies: readonly Family[] = [
  { name: "labels", parts: { group: [labelsPart], project: [labelsPart] } },
  { name: "milestones", parts: { group: [milestonesPart], project: [milestonesPart] } },
  {
    name: "work items",
    parts: { group: [epicsPart], project: [issuesPart] },
    tools: workItemTools,
  },
  { name: "issues", routes: issueRoutes, tools: issueTools },
  { name: "epics", routes: epicRoutes, tools: epicTools },
  { name: "users", routes: userRoutes, tools: userTools },
  { name: "projects", routes: projectRoutes, tools: projectTools },
  { name: "search", routes: searchRoutes, tools: searchTools, searches: planningSearches },
  { name: "documents", parts: { instance: [documentsPart] }, tools: documentTools },
  { name: "api", tools: apiTools },
];
