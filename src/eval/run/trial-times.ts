import type { ModelClient } from "../../model/index.ts";
import type { TrialRecord } from "../../record/index.ts";

type TrialTimes = Pick<TrialRecord, "activeMs" | "waitMs" | "firstTokenMs">;

/** The times of a trial. A replay has none, not even those of its tools: they would be taken for the agent's. */
export function timesOf({ kind }: Pick<ModelClient, "kind">, times: TrialTimes): TrialTimes {
  return kind === "replay" ? { activeMs: 0, waitMs: 0, firstTokenMs: null } : times;
}
