import { AppError } from "../../core/errors/app-error.ts";
import type { ModelClient } from "../../model/index.ts";
import type { RunLimits } from "../run/limits/run-limits.ts";
import { costOf, type Prices } from "../run/prices.ts";

const someTokens = { inputTokens: 1, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/**
 * Finds out whether what a judge costs can be told where that is limited, before anything is paid for.
 *
 * @throws AppError EVAL_PRICE_UNKNOWN
 */
export function requirePrice(judge: ModelClient, limits: RunLimits, prices: Prices): void {
  if (limits.maxCostUsd === undefined || costOf(someTokens, judge, prices) !== null) return;
  const message = `the cost of the comparison is limited, but the price of ${judge.id} is not known`;
  const hint = "write the model's price under `prices` in flowproof.yml, or leave the limit out";
  throw new AppError("EVAL_PRICE_UNKNOWN", message, { hint });
}
