import type { Commit } from "../repository/commit.ts";

/** What is pushed where. */
export interface PushRefs {
  readonly commit: Commit;
  /** As the user named it. */
  readonly from: string;
  /** The local branch; undefined where another commit is pushed. */
  readonly local: string | undefined;
  /** The branch of the remote. */
  readonly to: string;
}
