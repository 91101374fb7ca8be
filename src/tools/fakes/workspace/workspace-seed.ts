import type { Matcher } from "../../../core/match/matcher.ts";
import type { Signature } from "../repository/commit.ts";

/** Files laid over others; null takes one away. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** What a fake workspace begins with. */
export interface WorkspaceSeed {
  /** The project of the fake GitLab that it is a clone of. */
  readonly project?: string;
  /** What is committed; in a clone, what is changed and not committed. */
  readonly files: FileChanges;
  /** Folders without files. */
  readonly folders: readonly string[];
  /** False for a folder without a repository. */
  readonly git: false | GitSeed;
  readonly commands: readonly CommandRule[];
  /** ISO 8601, UTC. */
  readonly now: string;
}

export interface GitSeed {
  /** The branch that is checked out; undefined for the remote's default branch, or `main`. */
  readonly branch: string | undefined;
  readonly user: Signature;
  /** Of the first commit. */
  readonly message: string;
  /** The address of a remote that only this workspace has. */
  readonly remote: string;
  readonly uncommitted: FileChanges;
  /** Other branches, one commit each. */
  readonly branches: ReadonlyMap<string, { readonly files: FileChanges; readonly message: string }>;
}

/** What one command answers. */
export interface CommandRule {
  readonly run: Matcher;
  /** What files must be like; null for one that must not be there. */
  readonly when: ReadonlyMap<string, Matcher | null>;
  readonly exitCode: number;
  readonly output: string;
  readonly writes: FileChanges;
}
