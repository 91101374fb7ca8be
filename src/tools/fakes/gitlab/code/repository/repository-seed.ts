import type { CommitComment } from "./commit-comment.ts";

/** What a commit does to files: path to text, or null where it takes one away. */
export type Changes = ReadonlyMap<string, string | null>;

/** A commit that a seed describes, before it has an id. */
export interface SeedCommit {
  readonly message: string;
  /** A username. */
  readonly author: string;
  readonly at: string;
  readonly changes: Changes;
  readonly comments: readonly CommitComment[];
}

/** A branch and what it adds to the one that it was made from. */
export interface SeedBranch {
  readonly name: string;
  /** Undefined for a branch that begins with nothing. */
  readonly from: string | undefined;
  readonly commits: readonly SeedCommit[];
}

/** The repository of a project as the seed describes it. */
export interface RepositorySeed {
  /** Those that others are made from come first. */
  readonly branches: readonly SeedBranch[];
  readonly protectedBranches: ReadonlySet<string>;
}
