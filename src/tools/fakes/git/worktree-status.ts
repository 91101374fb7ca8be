import type { Tree } from "../repository/commit.ts";
import { comparePaths } from "../repository/compare-paths.ts";
import { diffTrees, type FileChange } from "../repository/diff/diff-trees.ts";
import type { GitSession } from "./git-session.ts";
import { headTree } from "./git-state.ts";
import { untrackedFiles } from "./paths/untracked.ts";

/** What is between the last commit, the index, and the files. */
export interface WorktreeStatus {
  /** From the last commit to the index. */
  readonly staged: readonly FileChange[];
  /** From the index to the files; new files are not among them. */
  readonly unstaged: readonly FileChange[];
  readonly untracked: readonly string[];
}

/** Compares the three. */
export function worktreeStatus({ files, git }: Pick<GitSession, "files" | "git">): WorktreeStatus {
  return {
    staged: diffTrees(headTree(git), git.index),
    unstaged: diffTrees(git.index, trackedFiles(files, git.index)),
    untracked: untrackedFiles(files, git.index),
  };
}

/** The files that the index has, as they are now. */
export function trackedFiles(files: Tree, index: Tree): Tree {
  return new Map(
    [...index.keys()].flatMap((path): (readonly [string, string])[] => {
      const text = files.get(path);
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

/** One line of `git status --short`. */
export interface StatusLine {
  readonly path: string;
  /** The name before, of a file that was renamed. */
  readonly from?: string;
  /** Two letters: of the index, and of the file. */
  readonly code: string;
}

/** What changed, by path: first what the repository knows, then what it does not. */
export function statusLines(
  status: WorktreeStatus,
  untracked: readonly string[],
): readonly StatusLine[] {
  const staged = new Map(status.staged.map((change) => [change.path, change]));
  const unstaged = new Map(status.unstaged.map((change) => [change.path, change]));
  const paths = [...new Set([...staged.keys(), ...unstaged.keys()])].toSorted(comparePaths);
  const known = paths.map((path): StatusLine => {
    const change = staged.get(path);
    const code = `${change?.status ?? " "}${unstaged.get(path)?.status ?? " "}`;
    return { path, code, ...(change?.status === "R" && { from: change.from }) };
  });
  return [...known, ...untracked.map((path) => ({ path, code: "??" }))];
}
