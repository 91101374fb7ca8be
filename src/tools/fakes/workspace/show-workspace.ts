import type { JsonObject } from "../../../core/json.ts";
import { currentBranch, finder, headId } from "../git/git-state.ts";
import { statusLines, worktreeStatus } from "../git/worktree-status.ts";
import { type FindCommit, history } from "../repository/commit-graph.ts";
import type { Commit, Tree } from "../repository/commit.ts";
import { comparePaths } from "../repository/compare-paths.ts";
import type { WorkspaceSession } from "./workspace-session.ts";

/** A workspace as checks look at it. */
export function showWorkspace(session: WorkspaceSession): JsonObject {
  const { files, folders, hasGit } = session;
  return {
    files: showFiles(files),
    folders: [...folders].toSorted(comparePaths),
    git: hasGit ? showGit(session) : false,
  };
}

function showFiles(files: Tree): JsonObject {
  return Object.fromEntries([...files].toSorted(([one], [other]) => comparePaths(one, other)));
}

function showGit(session: WorkspaceSession): JsonObject {
  const { git, remote, pushed } = session;
  const status = worktreeStatus(session);
  return {
    branch: currentBranch(git) ?? null,
    head: headId(git) ?? null,
    user: { name: git.user.name, email: git.user.email },
    staged: status.staged.map(({ path }) => path),
    // The letters of `git status --short`, without what is blank.
    status: Object.fromEntries(
      statusLines(status, status.untracked).map(({ path, code }) => [path, code.trim()]),
    ),
    branches: showBranches([...git.branches.keys()], finder(git), (name) => {
      return git.commits.get(git.branches.get(name) ?? "");
    }),
    remote: {
      url: remote.url,
      branches: showBranches(
        remote.branches,
        (id) => remote.commit(id),
        (name) => remote.branch(name),
      ),
    },
    pushed: [...pushed],
  };
}

/** Where each branch is, and the messages of its commits, the newest first. */
function showBranches(
  names: readonly string[],
  find: FindCommit,
  headOf: (name: string) => Commit | undefined,
): JsonObject {
  return Object.fromEntries(
    names.toSorted().flatMap((name): [string, JsonObject][] => {
      const head = headOf(name);
      if (head === undefined) return [];
      const log = history(find, head.id).map(({ message }) => message.trimEnd());
      return [[name, { head: head.id, log }]];
    }),
  );
}
