import { GraphQLError } from "graphql";
import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import {
  type ConsumerRecord,
  hasRole,
  type ItemRecord,
  latestVersion,
  mayReadItem,
  type ProjectRecord,
} from "../../state/index.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { denied } from "../denied.ts";
import { numberOf } from "../schema/index.ts";
import { mutation, refuse, type Result, textOf } from "./mutation.ts";

const maxProjects = 100;

function create(input: JsonObject, context: GraphqlContext): Result {
  const target = isJsonObject(input["target"]) ? input["target"] : {};
  const { projectId = null, groupId = null } = target;
  if ((projectId === null) === (groupId === null)) {
    throw new GraphQLError("One and only one of [groupId, projectId] arguments is required.");
  }
  // Groups have no numbers here, so none can be meant.
  if (projectId === null) throw denied();
  const consumer = enable(readableItem(input, context), projectOf(projectId, context), {
    context,
    pin: textOf(input, "pinnedVersion"),
  });
  return { itemConsumer: context.views.consumer(consumer) };
}

function bulkCreate(input: JsonObject, context: GraphqlContext): Result {
  const ids = Array.isArray(input["projectIds"]) ? input["projectIds"] : [];
  if (ids.length > maxProjects) {
    throw new GraphQLError(`"projectIds" is too long (maximum is ${maxProjects})`);
  }
  const item = readableItem(input, context);
  const projects = ids.map((id) => projectOf(id, context));
  for (const project of projects) {
    enable(item, project, { context, pin: textOf(input, "pinnedVersion") });
  }
  return {};
}

function readableItem(input: JsonObject, { state, viewer }: GraphqlContext): ItemRecord {
  const item = state.items.get(numberOf(input["itemId"]));
  if (item === undefined || !mayReadItem(viewer, item)) throw denied();
  return item;
}

function projectOf(id: unknown, { state, viewer }: GraphqlContext): ProjectRecord {
  const project = state.projects.get(numberOf(id));
  if (project === undefined || !hasRole(viewer, project, "maintainer")) throw denied();
  return project;
}

interface Enabling {
  readonly context: GraphqlContext;
  readonly pin: string | undefined;
}

function enable(
  item: ItemRecord,
  project: ProjectRecord,
  { context, pin }: Enabling,
): ConsumerRecord {
  const { consumers } = context.state;
  const pinned = pin ?? latestVersion(item, true)?.version;
  refuse([
    ...([...consumers.values()].some((each) => each.item === item && each.project === project)
      ? ["Item already configured"]
      : []),
    ...(pinned === undefined ? ["Item has no released version"] : []),
    ...pinProblems(item, pin),
  ]);
  const consumer: ConsumerRecord = {
    id: context.state.nextId(),
    item,
    project,
    group: undefined,
    pinnedVersion: pinned,
    parent: undefined,
    enabled: true,
  };
  consumers.set(consumer.id, consumer);
  return consumer;
}

function update(input: JsonObject, context: GraphqlContext): Result {
  const consumer = managed(input, context);
  const pin = textOf(input, "pinnedVersion") ?? textOf(input, "pinnedVersionPrefix");
  refuse(pinProblems(consumer.item, pin));
  consumer.pinnedVersion = pin ?? consumer.pinnedVersion;
  return { itemConsumer: context.views.consumer(consumer) };
}

function pinProblems({ versions }: ItemRecord, pin: string | undefined): readonly string[] {
  if (pin === undefined || versions.some(({ version, released }) => released && version === pin)) {
    return [];
  }
  return ["Pinned version must be a released version of the item"];
}

function remove(input: JsonObject, context: GraphqlContext): Result {
  context.state.consumers.delete(managed(input, context).id);
  return { success: true };
}

function managed(input: JsonObject, { state, viewer }: GraphqlContext): ConsumerRecord {
  const consumer = state.consumers.get(numberOf(input["id"]));
  const project = consumer?.project;
  if (consumer === undefined) throw denied();
  if (
    project === undefined ? viewer.user?.admin !== true : !hasRole(viewer, project, "maintainer")
  ) {
    throw denied();
  }
  return consumer;
}

/** Enabling items in projects, and disabling them. */
export const consumerMutations: Readonly<Record<string, Lazy>> = {
  aiCatalogItemConsumerCreate: mutation(create, { itemConsumer: null }),
  aiCatalogItemConsumerBulkCreate: mutation(bulkCreate),
  aiCatalogItemConsumerUpdate: mutation(update, { itemConsumer: null }),
  aiCatalogItemConsumerDelete: mutation(remove, { success: false }),
};
