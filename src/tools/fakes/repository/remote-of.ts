import { isAncestor } from "./commit-graph.ts";
import type { Repository } from "./create-repository.ts";
import type { GitRemote } from "./git-remote.ts";

/** What a remote says beyond its commits. */
export interface RemoteRules {
  readonly url: string;
  readonly defaultBranch: string;
  /** Why a push to a branch is refused before it is looked at; undefined where it is not. */
  readonly refusal?: (branch: string, isForced: boolean) => string | undefined;
  /** The address of the open merge request of a branch. */
  readonly mergeRequest?: (branch: string) => string | undefined;
}

/** A repository as others push to it: only what is made on a branch's head, unless it is forced. */
export function remoteOf(repository: Repository, rules: RemoteRules): GitRemote {
  const { url, defaultBranch, refusal, mergeRequest } = rules;
  return {
    url,
    defaultBranch,
    branch: (name) => repository.branch(name),
    get branches() {
      return repository.branches();
    },
    commit: (id) => repository.commit(id),
    ...(mergeRequest !== undefined && { mergeRequest }),
    push(...[branch, head, commits, isForced]) {
      const refused = refusal?.(branch, isForced);
      if (refused !== undefined) return refused;
      const before = repository.branch(branch);
      for (const commit of commits) repository.add(commit);
      const find = (id: string): ReturnType<Repository["commit"]> => repository.commit(id);
      if (before !== undefined && !isForced && !isAncestor(find, before.id, head)) {
        return "non-fast-forward";
      }
      repository.setBranch(branch, head);
      return undefined;
    },
  };
}
