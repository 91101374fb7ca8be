import type { TrialKey } from "../trial-key.ts";
import type { RunStarted } from "./run-started.ts";

/** A finished trial that counts no more, because it is run again. */
export interface RepeatedTrial extends TrialKey {
  /** Its case is not what it was, or the provider or the network had failed. */
  readonly why: "changed" | "infra_error";
}

/** What a run that goes on does, where that is not what it did before. */
export type Replanned = Omit<RunStarted, "type" | "schemaVersion" | "run" | "at" | "versions">;

/** A run that was stopped goes on. Trials that had started and not finished begin anew. */
export interface RunResumed {
  readonly type: "run_resumed";
  readonly at: string;
  readonly versions: RunStarted["versions"];
  readonly repeated: readonly RepeatedTrial[];
  readonly replanned?: Replanned;
}
