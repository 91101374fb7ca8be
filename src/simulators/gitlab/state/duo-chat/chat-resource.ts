import { mayReadProject, type Viewer } from "../access.ts";
import type { GitlabState } from "../gitlab-state.ts";

/** What a question is about, as a catalog names it: `shop/agents#7`. */
type ChatResource = string;

/**
 * What a global id stands for, if the one who asks may see it. Vulnerabilities, jobs and commits, which GitLab
 * knows too, are not there.
 */
export function findResource(
  gid: string,
  viewer: Viewer,
  state: GitlabState,
): ChatResource | undefined {
  const [, model = "", number = ""] = /^gid:\/\/gitlab\/([A-Za-z:]+)\/(\d+)$/.exec(gid) ?? [];
  const id = Number(number);
  if (model === "User") return viewer.user?.id === id ? viewer.user.username : undefined;
  if (model === "Group" || model === "Epic") return groupResource(model, id, state);
  for (const project of state.projects.values()) {
    if (!mayReadProject(viewer, project)) continue;
    const { path, issues, mergeRequests } = project;
    if (model === "Project" && project.id === id) return path;
    const among = model === "Issue" ? issues : model === "MergeRequest" ? mergeRequests : undefined;
    for (const each of among?.values() ?? []) {
      if (each.id === id) return `${path}${model === "Issue" ? "#" : "!"}${each.iid}`;
    }
  }
  return undefined;
}

function groupResource(model: string, id: number, { groups }: GitlabState): string | undefined {
  for (const { id: own, path, epics } of groups.values()) {
    if (model === "Group" && own === id) return path;
    for (const epic of model === "Epic" ? epics.values() : []) {
      if (epic.id === id) return `${path}&${epic.iid}`;
    }
  }
  return undefined;
}
