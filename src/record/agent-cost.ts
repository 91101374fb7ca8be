import type { TrialRecord } from "./trial-record.ts";

/**
 * US dollars that the agent of a trial costs whoever asks it anew: without the judge, and with what came from the
 * cache. Undefined where a price is not known.
 */
export function agentCost({
  agentCostUsd,
  costUsd,
  cached,
}: Pick<TrialRecord, "agentCostUsd" | "costUsd" | "cached">): number | undefined {
  if (agentCostUsd !== undefined) return agentCostUsd ?? undefined;
  const saved = cached === undefined ? 0 : cached.savedUsd;
  return costUsd === null || saved === null ? undefined : costUsd + saved;
}
