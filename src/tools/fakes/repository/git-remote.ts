import type { Commit, Tree } from "./commit.ts";

/** Where a fake workspace pushes to: a project of a fake GitLab. */
export interface GitRemote {
  /** As `git remote -v` shows it: `https://gitlab.example.com/shop/web.git`. */
  readonly url: string;
  /** The branch that a clone checks out; `main` where it is not said. */
  readonly defaultBranch?: string;
  /** The address of the open merge request of a branch, which a push names. */
  readonly mergeRequest?: (branch: string) => string | undefined;
  /** The commit that a branch points to; undefined where there is no such branch. */
  branch(name: string): Commit | undefined;
  /** Every branch, sorted. */
  readonly branches: readonly string[];
  /** By its id, also one that no branch points to anymore. */
  commit(id: string): Commit | undefined;
  /**
   * Takes commits, oldest first, and points the branch to the last of them, or to `head` where there is nothing new.
   *
   * @returns why it is refused: the branch is protected, or has commits that the pushed one has not
   */
  push(
    branch: string,
    head: string,
    commits: readonly Commit[],
    isForced: boolean,
  ): string | undefined;
}

export type { Commit, Tree };
