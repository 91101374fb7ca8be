import type { RunEvent } from "../../record/index.ts";

/** Something that shows a run while it goes on. It may do nothing; it may not break the run. */
export interface LiveReporter {
  onEvent(event: RunEvent): void;
  /** What was done before, by a run that goes on: counted and not shown. */
  onEarlier(event: RunEvent): void;
  /** Waiting for a provider, as it happens: a model call pauses for `ms` milliseconds. */
  onWait?(ms: number, reason: string): void;
  /** Leaves the terminal as it was found. */
  close(): void;
}
