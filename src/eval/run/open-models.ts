import { type AppError, throwAll } from "../../core/errors/app-error.ts";
import type { ModelClient } from "../../model/index.ts";
import { expectedErrors } from "../expected-errors.ts";
import { judgesOf, type RoleModels } from "./model-choice.ts";
import { absentModel, isTargetModel } from "./remote-models.ts";
import type { RoleClients } from "./role-clients.ts";
import type { RunPlan } from "./run-plan.ts";

/** Models by the names that a plan gives them. */
export type ModelClients = ReadonlyMap<string, ModelClient>;

/**
 * Opens every model of a plan, each once. It asks none of them anything, so a run can do this before
 * it writes its first file.
 *
 * @throws AppError or AppErrors for all that cannot be opened: a key is missing, a script is wrong.
 */
export async function openModels(
  { cases }: Pick<RunPlan, "cases">,
  createModel: (name: string) => Promise<ModelClient>,
): Promise<ModelClients> {
  return openNamed(
    new Set(cases.flatMap(({ models }) => [models.agent, ...judgesOf(models)])),
    createModel,
  );
}

/** Opens models by name, as {@link openModels} does those of a plan. */
export async function openNamed(
  names: ReadonlySet<string>,
  createModel: (name: string) => Promise<ModelClient>,
): Promise<ModelClients> {
  const clients = new Map<string, ModelClient>();
  const errors: AppError[] = [];
  for (const name of names) {
    try {
      clients.set(name, isTargetModel(name) ? absentModel(name) : await createModel(name));
    } catch (error) {
      errors.push(...expectedErrors(error));
    }
  }
  throwAll(errors);
  return clients;
}

/** The client of a name that the plan holds. */
export function clientOf(clients: ModelClients, name: string): ModelClient {
  const client = clients.get(name);
  if (client === undefined) throw new TypeError(`the model ${name} was not opened`);
  return client;
}

/** The clients of the models that play the roles of a case. */
export function roleClients(clients: ModelClients, models: RoleModels): RoleClients {
  return {
    agent: clientOf(clients, models.agent),
    judges: judgesOf(models).map((judge) => clientOf(clients, judge)),
  };
}
