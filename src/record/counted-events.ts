import type { RunEvent } from "./run-event.ts";
import { trialName } from "./trial-name.ts";

/**
 * Tells which events of a journal count, in two passes: one that looks at all of them in order, and one that
 * asks for each. A trial that a kill broke off stands in the journal up to there, and once more from its
 * beginning; so does one that was run again. Only the last attempt counts.
 */
class LastAttempts {
  /** Where the last attempt of a trial begins, by trial. */
  readonly #begins = new Map<string, number>();
  #index = 0;

  look(event: RunEvent): void {
    if (event.type === "trial_started") this.#begins.set(trialName(event), this.#index);
    if (event.type === "run_resumed") {
      for (const repeated of event.repeated) this.#begins.set(trialName(repeated), this.#index);
    }
    this.#index += 1;
  }

  /** Whether the event counts that was looked at as the `index`th, from 0. */
  counts(event: RunEvent, index: number): boolean {
    return !("trial" in event) || index >= (this.#begins.get(trialName(event)) ?? 0);
  }
}

/** The events of a journal that count; see {@link LastAttempts}. */
export function countedEvents(events: readonly RunEvent[]): readonly RunEvent[] {
  // Only in a run that went on a trial can have begun twice.
  if (!events.some(({ type }) => type === "run_resumed")) return events;
  const attempts = new LastAttempts();
  for (const event of events) attempts.look(event);
  return events.filter((event, index) => attempts.counts(event, index));
}
