import { type AppError, throwAll } from "../../core/errors/app-error.ts";
import type { ModelClient } from "../../model/index.ts";
import { expectedErrors } from "../expected-errors.ts";
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
  const names = new Set(cases.flatMap(({ models: { agent, judge } }) => [agent, judge]));
  const clients = new Map<string, ModelClient>();
  const errors: AppError[] = [];
  for (const name of names) {
    try {
      clients.set(name, await createModel(name));
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
