import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { clientOf, type ModelClients } from "./open-models.ts";
import { costOf, type Prices } from "./prices.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";

const someTokens = { inputTokens: 1, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/**
 * Finds out whether what a run costs can be told where a case limits it, before anything is paid for.
 *
 * @throws AppError or AppErrors EVAL_PRICE_UNKNOWN, one for each suite and model.
 */
export function requirePrices(
  plan: Pick<RunPlan, "cases">,
  models: ModelClients,
  prices: Prices,
): void {
  const missing = new Map<string, AppError>();
  for (const { suite, case: testCase, models: roles } of plan.cases) {
    const { agent } = roles;
    const key = JSON.stringify([suite.id, agent]);
    if (missing.has(key) || !limitsCost(testCase)) continue;
    if (costOf(someTokens, clientOf(models, agent), prices) !== null) continue;
    const message = `case "${testCase.id}" limits the cost, but the price of ${agent} is not known`;
    const hint =
      "write the model's price under `prices` in flowproof.yml, or remove `max_cost_usd`";
    const place = testCase.place ?? { file: suite.file };
    missing.set(key, new AppError("EVAL_PRICE_UNKNOWN", message, { hint, place }));
  }
  throwAll([...missing.values()]);
}

function limitsCost({ turns, checks }: CasePlan["case"]): boolean {
  return [...turns.flatMap((turn) => turn.checks), ...checks].some(
    ({ check }) => check === "max_cost_usd",
  );
}
