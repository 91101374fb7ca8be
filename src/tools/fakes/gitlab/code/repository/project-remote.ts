import type { GitRemote } from "../../../repository/git-remote.ts";
import { remoteOf } from "../../../repository/remote-of.ts";
import type { Project, World } from "../../core/world.ts";
import { mergeRequestsPart } from "../merge-requests/merge-requests-part.ts";
import { afterPush } from "../pipelines/after-push.ts";
import { repositoryPart } from "./repository-part.ts";
import { projectUrl } from "./show-commit.ts";

/** The repository of a project as a workspace clones it and pushes to it, who writes that down itself. */
export function projectRemote(project: Project, world: World): GitRemote {
  const repository = world.part(repositoryPart, project);
  const url = `${projectUrl(project, world)}.git`;
  const refusal = (branch: string): string | undefined => {
    if (project.access !== "write") return "You are not allowed to push code to this project.";
    const isProtected = repository.protectedBranches.has(branch);
    if (!isProtected || repository.git.branch(branch) === undefined) return undefined;
    return "You are not allowed to push code to protected branches on this project.";
  };
  const remote = remoteOf(repository.git, {
    url,
    defaultBranch: project.defaultBranch,
    refusal,
    mergeRequest: (branch) => {
      const open = world
        .part(mergeRequestsPart, project)
        .rows.find(({ sourceBranch, state }) => sourceBranch === branch && state === "opened");
      return open && `${projectUrl(project, world)}/-/merge_requests/${String(open.iid)}`;
    },
  });
  return {
    ...remote,
    get branches() {
      return remote.branches;
    },
    push(...[branch, head, commits, isForced]) {
      const refused = remote.push(branch, head, commits, isForced);
      if (refused !== undefined) return refused;
      for (const commit of commits) repository.note(commit);
      world.tick();
      const commit = repository.git.commit(head);
      if (commit !== undefined) afterPush(world, project, { branch, head: commit });
      return undefined;
    },
  };
}
