import {
  addUsage,
  type ModelClient,
  type ModelRole,
  noUsage,
  type Usage,
} from "../../model/index.ts";
import type { RunEvent } from "../../record/index.ts";
import type { EvalWorld } from "./eval-world.ts";
import { isScript } from "./model-choice.ts";
import { openModels } from "./open-models.ts";
import { addCosts, costOf, type Prices } from "./prices.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";
import { runSuites } from "./run-suites.ts";

/** What one model is expected to be asked in one role. */
interface RoleEstimate {
  readonly role: ModelRole;
  /** As the plan names it. */
  readonly model: string;
  readonly requests: number;
  readonly usage: Usage;
  /** US dollars; null where the price is not known. */
  readonly costUsd: number | null;
}

export interface RunEstimate {
  /** By role and model, sorted. */
  readonly roles: readonly RoleEstimate[];
  readonly costUsd: number | null;
  /** Suites without a script, of which nothing is known. */
  readonly unknown: readonly string[];
}

/** What an estimate needs: nothing that costs money, nothing that is written. */
export interface EstimateWorld extends Omit<EvalWorld, "emit" | "models"> {
  readonly createModel: (name: string) => Promise<ModelClient>;
}

/**
 * What a run would ask for, found by playing every suite's script in its place: the requests of agent
 * and judge, their tokens by the script's estimate, and what they would cost on the planned models.
 */
export async function estimateRun(plan: RunPlan, world: EstimateWorld): Promise<RunEstimate> {
  const known = plan.cases.filter(({ suite }) => suite.script !== undefined);
  const unknown = plan.cases.filter(({ suite }) => suite.script === undefined);
  const sums = new Map<string, Omit<RoleEstimate, "costUsd">>();
  const plannedModel = new Map(
    known.map(({ planned, models }) => [caseKey(planned), models] as const),
  );
  const emit = (event: RunEvent): void => {
    if (event.type !== "model_called") return;
    const { role, reply } = event;
    const model = plannedModel.get(caseKey(event))?.[role] ?? event.model;
    const key = `${role} ${model}`;
    const sum = sums.get(key) ?? { role, model, requests: 0, usage: noUsage };
    const usage = reply === undefined ? sum.usage : addUsage(sum.usage, reply.usage);
    sums.set(key, { ...sum, requests: sum.requests + 1, usage });
  };
  const cases = known.map(onScript);
  const { createModel, ...rest } = world;
  const models = await openModels({ cases }, createModel);
  await runSuites({ ...plan, cases }, { ...rest, models, emit });
  const roles = [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => priced(sum, world.prices));
  return {
    roles,
    costUsd: roles.reduce<number | null>(
      (sum, { costUsd }) => addCosts(sum, costUsd),
      // Of a suite without a script nothing is known, and that is not nothing.
      unknown.length === 0 ? 0 : null,
    ),
    unknown: [...new Set(unknown.map(({ suite }) => suite.id))],
  };
}

/** A case as it would be without a model. */
function onScript(work: CasePlan): CasePlan {
  const script = `script/${work.suite.script ?? ""}`;
  return { ...work, models: { agent: script, judge: script } };
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
