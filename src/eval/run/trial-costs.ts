import type { ModelClient, Usage } from "../../model/index.ts";
import { agentCost, type TrialRecord } from "../../record/index.ts";
import { addCosts, costOf, type Prices } from "./prices.ts";

/** What one asker of a trial used. */
export interface AskerUse {
  readonly client: Pick<ModelClient, "id" | "kind">;
  /** Undefined where the target does not tell. */
  readonly usage: Usage | undefined;
  /** The part of it that came from the cache. */
  readonly cached: Usage;
  readonly cachedReplies: number;
}

type TrialCosts = Pick<
  TrialRecord,
  "costUsd" | "agentCostUsd" | "atLeastUsd" | "unpriced" | "cached"
>;

/**
 * What a trial cost, what of it is known where a price is missing, and what the cache has saved.
 *
 * @param uses the agent's first.
 */
export function trialCosts(uses: readonly AskerUse[], prices: Prices): TrialCosts {
  const agentCostUsd = agentFullCost(uses[0], prices);
  const paid = uses.map((use) => paidCost(use, prices));
  const costUsd = paid.reduce(addCosts, 0);
  const replies = uses.reduce((sum, use) => sum + use.cachedReplies, 0);
  const savedUsd = uses
    .map(({ client, cached }) => costOf(cached, client, prices))
    .reduce(addCosts, 0);
  const unpriced = uses.flatMap(({ client }, index) => (paid[index] === null ? [client.id] : []));
  const costs = { costUsd, ...(replies > 0 && { cached: { replies, savedUsd } }) };
  return {
    ...costs,
    ...((agentCost(costs) ?? null) !== agentCostUsd && { agentCostUsd }),
    ...(costUsd === null && {
      atLeastUsd: paid.reduce<number>((sum, each) => sum + (each ?? 0), 0),
      unpriced: [...new Set(unpriced)].toSorted(),
    }),
  };
}

/** As if nothing had been known. */
function agentFullCost(use: AskerUse | undefined, prices: Prices): number | null {
  if (use?.usage === undefined) return null;
  return costOf(use.usage, use.client, prices);
}

function paidCost({ client, usage, cached }: AskerUse, prices: Prices): number | null {
  if (usage === undefined) return null;
  const all = costOf(usage, client, prices);
  const known = costOf(cached, client, prices);
  // Of what came from the cache alone nothing was paid, whatever its price.
  if (all === null || known === null) return isSame(usage, cached) ? 0 : null;
  return all - known;
}

function isSame(a: Usage, b: Usage): boolean {
  return (
    a.inputTokens === b.inputTokens &&
    a.outputTokens === b.outputTokens &&
    a.cacheReadTokens === b.cacheReadTokens &&
    a.cacheWriteTokens === b.cacheWriteTokens
  );
}
