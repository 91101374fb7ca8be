import type { TrialRecord } from "../record/index.ts";

export interface SummaryUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

export function sumUsage(usages: readonly SummaryUsage[]): SummaryUsage {
  const total = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
  for (const usage of usages) {
    total.inputTokens += usage.inputTokens;
    total.outputTokens += usage.outputTokens;
    total.cacheReadTokens += usage.cacheReadTokens;
    total.cacheWriteTokens += usage.cacheWriteTokens;
  }
  return total;
}

/** `null` as soon as one of them is not known. */
export function sumCost(trials: readonly Pick<TrialRecord, "costUsd">[]): number | null {
  let total = 0;
  for (const { costUsd } of trials) {
    if (costUsd === null) return null;
    total += costUsd;
  }
  return total;
}
