import type { TrialRecord } from "../../record/index.ts";

type TrialTimes = Pick<TrialRecord, "activeMs" | "waitMs" | "firstTokenMs">;

/**
 * The times of a trial. A replay has none, and neither has one with replies from the cache, not even those
 * of its tools: they would be taken for the agent's.
 */
export function timesOf({ isTimed }: { readonly isTimed: boolean }, times: TrialTimes): TrialTimes {
  return isTimed ? times : { activeMs: 0, waitMs: 0, firstTokenMs: null };
}
