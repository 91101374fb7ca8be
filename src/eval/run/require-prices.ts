import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { judgesOf } from "./model-choice.ts";
import { clientOf, type ModelClients } from "./open-models.ts";
import { costOf, type Prices } from "./prices.ts";
import { isTargetModel } from "./remote-models.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";

const someTokens = { inputTokens: 1, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/**
 * Finds out whether what a run costs can be told where a case limits it, before anything is paid for.
 *
 * @throws AppError or AppErrors EVAL_PRICE_UNKNOWN, one for each suite and model.
 */
export function requirePrices(
  plan: Pick<RunPlan, "cases" | "limits">,
  models: ModelClients,
  prices: Prices,
): void {
  const missing = new Map<string, AppError>();
  if (plan.limits.maxCostUsd !== undefined) {
    for (const model of unpricedModels(plan, models, prices)) {
      const message = `the cost of the run is limited, but the price of ${model} is not known`;
      const hint =
        "write the model's price under `prices` in flowproof.yml, or leave the limit out";
      missing.set(model, new AppError("EVAL_PRICE_UNKNOWN", message, { hint }));
    }
    throwAll([...missing.values()]);
  }
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

/** The models of a plan whose price is not known, sorted. What a target elsewhere costs, nobody here pays for by token. */
function unpricedModels(
  { cases }: Pick<RunPlan, "cases">,
  models: ModelClients,
  prices: Prices,
): readonly string[] {
  const names = new Set(cases.flatMap((each) => [each.models.agent, ...judgesOf(each.models)]));
  return [...names]
    .filter(
      (name) => !isTargetModel(name) && costOf(someTokens, clientOf(models, name), prices) === null,
    )
    .toSorted();
}

function limitsCost({ turns, checks, limits }: CasePlan["case"]): boolean {
  if (limits.maxCostUsd !== undefined) return true;
  return [...turns.flatMap((turn) => turn.checks), ...checks].some(
    ({ check }) => check === "max_cost_usd",
  );
}
