import { history } from "../repository/commit-graph.ts";
import { commitOf } from "../repository/commit-of.ts";
import type { Commit, Signature, Tree } from "../repository/commit.ts";
import type { GitRemote } from "../repository/git-remote.ts";
import type { GitState } from "./git-state.ts";

/** What a repository of its own begins with. */
export interface FirstCommit {
  readonly files: Tree;
  readonly author: Signature;
  readonly at: string;
  readonly message: string;
}

/** The first commit of a repository. */
export function firstCommit({ files, author, at, message }: FirstCommit): Commit {
  return commitOf({ tree: files, parents: [], author, at, message });
}

/** A repository before its first commit. */
export function emptyRepository(branch: string, user: Signature): GitState {
  return {
    head: { type: "branch", name: branch },
    index: new Map(),
    commits: new Map(),
    branches: new Map(),
    tracking: new Map(),
    upstreams: new Map(),
    user,
  };
}

/** A clone of a remote, on one of its branches: all of its commits, and nothing changed. */
export function cloneRepository(remote: GitRemote, branch: string, user: Signature): GitState {
  const heads = remote.branches.flatMap((name): (readonly [string, string])[] => {
    const head = remote.branch(name);
    return head === undefined ? [] : [[name, head.id]];
  });
  const commits = history((id) => remote.commit(id), ...heads.map(([, id]) => id));
  const head = remote.branch(branch);
  const empty = emptyRepository(branch, user);
  if (head === undefined) return empty;
  return {
    ...empty,
    index: head.tree,
    commits: new Map(commits.map((commit) => [commit.id, commit])),
    branches: new Map([[branch, head.id]]),
    tracking: new Map(heads),
    upstreams: new Map([[branch, branch]]),
    ...(remote.defaultBranch !== undefined &&
      remote.branch(remote.defaultBranch) !== undefined && { remoteHead: remote.defaultBranch }),
  };
}
