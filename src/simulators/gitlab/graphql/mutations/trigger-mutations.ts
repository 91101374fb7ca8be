import { isJsonObject, type JsonObject, type JsonValue } from "../../../../core/json.ts";
import { hasRole, type TriggerRecord } from "../../state/index.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { denied } from "../denied.ts";
import { numberOf } from "../schema/index.ts";
import { mutation, refuse, type Result, textOf } from "./mutation.ts";

const largestEvent = 8;

function create(input: JsonObject, context: GraphqlContext): Result {
  const { state, viewer, views } = context;
  const project = state.findProject(textOf(input, "projectPath") ?? "");
  if (project === undefined || !hasRole(viewer, project, "maintainer")) throw denied();
  const now = state.now();
  const trigger: TriggerRecord = {
    id: state.nextId(),
    project,
    description: "",
    eventTypes: [],
    configPath: null,
    consumer: undefined,
    user: undefined,
    filter: null,
    createdAt: now,
    updatedAt: now,
  };
  apply(trigger, input, context);
  project.triggers.push(trigger);
  return { aiFlowTrigger: views.trigger(trigger) };
}

function update(input: JsonObject, context: GraphqlContext): Result {
  const trigger = managed(input, context);
  apply(trigger, input, context);
  return { aiFlowTrigger: context.views.trigger(trigger) };
}

/** Puts what an input says into a trigger, all of it or nothing. */
function apply(trigger: TriggerRecord, input: JsonObject, { state }: GraphqlContext): void {
  const events = input["eventTypes"];
  const next = {
    description: textOf(input, "description") ?? trigger.description,
    eventTypes: Array.isArray(events) ? events.map(Number) : trigger.eventTypes,
    configPath: textOf(input, "configPath") ?? trigger.configPath,
    filter: filterOf(input["filter"]) ?? trigger.filter,
    consumer: state.consumers.get(numberOf(input["aiCatalogItemConsumerId"])) ?? trigger.consumer,
    user:
      [...state.users.values()].find(({ id }) => id === numberOf(input["userId"])) ?? trigger.user,
  };
  const wrong: string[] = [];
  if (next.description.trim() === "") wrong.push("Description can't be blank");
  if (next.description.length > 255) {
    wrong.push("Description is too long (maximum is 255 characters)");
  }
  if (next.eventTypes.length === 0) wrong.push("Event types can't be blank");
  if (next.eventTypes.some((event) => event < 0 || event > largestEvent)) {
    wrong.push("Event types are not all known");
  }
  if ((next.configPath === null) === (next.consumer === undefined)) {
    wrong.push("must have only one config_path or ai_catalog_item_consumer");
  }
  refuse(wrong);
  Object.assign(trigger, next, { updatedAt: state.now() });
}

function filterOf(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

function remove(input: JsonObject, context: GraphqlContext): Result {
  const { project, id } = managed(input, context);
  const at = project.triggers.findIndex((each) => each.id === id);
  project.triggers.splice(at, 1);
  return {};
}

function managed(input: JsonObject, { state, viewer }: GraphqlContext): TriggerRecord {
  const all = [...state.projects.values()].flatMap(({ triggers }) => triggers);
  const trigger = all.find(({ id }) => id === numberOf(input["id"]));
  if (trigger === undefined || !hasRole(viewer, trigger.project, "maintainer")) throw denied();
  return trigger;
}

/** Triggers of flows. */
export const triggerMutations: Readonly<Record<string, Lazy>> = {
  aiFlowTriggerCreate: mutation(create, { aiFlowTrigger: null }),
  aiFlowTriggerUpdate: mutation(update, { aiFlowTrigger: null }),
  aiFlowTriggerDelete: mutation(remove),
};
