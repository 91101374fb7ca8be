import { addUsage, type ModelClient, type ModelRole, noUsage } from "../../model/index.ts";
import type { RunEvent } from "../../record/index.ts";
import { isScript, judgesOf, type RoleModels } from "./model-choice.ts";
import { openModels } from "./open-models.ts";
import { costOf, type Prices } from "./prices.ts";
import type { EstimateWorld, RoleEstimate } from "./role-estimate.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";
import { runSuites } from "./run-suites.ts";

/** What cases ask for with their scripts in the place of the models. */
export async function playRoles(
  plan: RunPlan,
  known: readonly CasePlan[],
  world: Omit<EstimateWorld, "history">,
): Promise<readonly RoleEstimate[]> {
  const sums = new Map<string, Omit<RoleEstimate, "costUsd">>();
  const plannedModels = new Map(
    known.map(({ planned, models }) => [caseKey(planned), models] as const),
  );
  const emit = (event: RunEvent): void => {
    if (event.type !== "model_called") return;
    const { role, reply } = event;
    const planned = plannedModels.get(caseKey(event));
    const names = planned === undefined ? [event.model] : modelsOf(planned, role);
    for (const model of names) {
      const key = `${role} ${model}`;
      const sum = sums.get(key) ?? { from: "script", role, model, requests: 0, usage: noUsage };
      const usage = reply === undefined ? sum.usage : addUsage(sum.usage, reply.usage);
      sums.set(key, { ...sum, requests: sum.requests + 1, usage });
    }
  };
  const cases = known.map(onScript);
  const { createModel, ...rest } = world;
  const models = await openModels({ cases }, createModel);
  await runSuites({ ...plan, cases, limits: {}, curtail: undefined }, { ...rest, models, emit });
  return [...sums.values()].map((sum) => priced(sum, world.prices));
}

/** A case as it would be without a model. */
function onScript(work: CasePlan): CasePlan {
  const script = `script/${work.suite.script ?? ""}`;
  return { ...work, models: { agent: script, judge: script } };
}

/** A script stands in for a whole panel, of which each model is asked the same. */
function modelsOf(models: RoleModels, role: ModelRole): readonly string[] {
  return role === "agent" ? [models.agent] : judgesOf(models);
}

function priced(sum: Omit<RoleEstimate, "costUsd">, prices: Prices): RoleEstimate {
  return { ...sum, costUsd: costOf(sum.usage, plannedClient(sum.model), prices) };
}

/** As much of a model as a price depends on, without a key for it. */
function plannedClient(model: string): Pick<ModelClient, "id" | "kind"> {
  return { id: model, kind: isScript(model) ? "script" : "live" };
}

function caseKey(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  return JSON.stringify([of.suite, of.case, of.target]);
}
