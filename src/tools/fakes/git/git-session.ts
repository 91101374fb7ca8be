import type { Tree } from "../repository/commit.ts";
import type { GitRemote } from "../repository/git-remote.ts";
import type { GitResult } from "./git-result.ts";
import type { GitState } from "./git-state.ts";

/** A working folder and its repository in the course of a trial. What the fields hold is replaced, never changed. */
export interface GitSession {
  files: Tree;
  /** Folders that were made; others are there because files are in them. */
  folders: ReadonlySet<string>;
  git: GitState;
  readonly remote: GitRemote;
  /** The time of the next commit, ISO 8601; each is a second after the last. */
  tick(): string;
  /** Notes what was asked of the remote. */
  sent(service: "git-receive-pack" | "git-upload-pack", branch?: string): void;
}

/** One command of git. Undefined is for what is not kept here, such as an option that changes what it does. */
export type GitCommand = (session: GitSession, args: readonly string[]) => GitResult | undefined;

/** Where the fake says that the repository is. */
export const workspaceRoot = "/workspace";
/** The only remote. */
export const remoteName = "origin";
