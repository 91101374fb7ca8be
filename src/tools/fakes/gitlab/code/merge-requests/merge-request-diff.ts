import type { Project, World } from "../../core/world.ts";
import { repositoryPart } from "../repository/repository-part.ts";
import { fileDiffs, type FileDiff } from "../repository/show-diff.ts";
import type { MergeRequest } from "./merge-request.ts";

/** The commits between which a merge request's diff is; null where its branches say nothing. */
export interface DiffRefs {
  readonly base: string;
  readonly head: string;
  readonly start: string;
}

export function diffRefs(
  { sourceBranch, targetBranch }: MergeRequest,
  project: Project,
  world: World,
): DiffRefs | null {
  const repository = world.part(repositoryPart, project);
  const head = repository.git.branch(sourceBranch);
  const start = repository.git.branch(targetBranch);
  if (head === undefined || start === undefined) return null;
  const base = repository.mergeBase(start.id, head.id) ?? start;
  return { base: base.id, head: head.id, start: start.id };
}

/** What a merge request changes: what the seed says, or how its branch differs from where it was made. */
export function diffsOf(
  mergeRequest: MergeRequest,
  project: Project,
  world: World,
): readonly FileDiff[] {
  if (mergeRequest.diffs !== undefined) return mergeRequest.diffs;
  const refs = diffRefs(mergeRequest, project, world);
  const { git } = world.part(repositoryPart, project);
  const base = git.commit(refs?.base ?? "");
  const head = git.commit(refs?.head ?? "");
  return base === undefined || head === undefined ? [] : fileDiffs(base.tree, head.tree);
}
