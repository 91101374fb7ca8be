import type { TrialKey } from "./trial-key.ts";

/** A trial as the key of a map. */
export function trialName({ suite, case: id, target, trial }: TrialKey): string {
  return JSON.stringify([suite, id, target, trial]);
}
