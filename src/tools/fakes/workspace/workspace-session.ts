import type { ApiRequest } from "../fake.ts";
import type { GitSession } from "../git/git-session.ts";
import type { CommandRule } from "./workspace-seed.ts";

/** A workspace in the course of a trial. */
export interface WorkspaceSession extends GitSession {
  /** Whether the folder is a repository. */
  readonly hasGit: boolean;
  readonly commands: readonly CommandRule[];
  readonly requests: ApiRequest[];
  /** Branches that were pushed, in their order. */
  readonly pushed: Set<string>;
}
