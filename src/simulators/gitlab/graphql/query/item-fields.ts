import { GraphQLError } from "graphql";
import { chatConfig, mayReadDeleted, mayReadItem } from "../../state/index.ts";
import { connectionOf } from "../connection.ts";
import type { Lazy } from "../context.ts";
import { numberOf } from "../schema/index.ts";
import { searchItems } from "./search-items.ts";

/** What can be asked of items and their versions. */
export const itemFields: Readonly<Record<string, Lazy>> = {
  aiCatalogItem({ id, showSoftDeleted }, { state, viewer, views }) {
    const item = state.items.get(numberOf(id));
    const mayRead = showSoftDeleted === true ? mayReadDeleted : mayReadItem;
    return item !== undefined && mayRead(viewer, item) ? views.item(item) : null;
  },
  aiCatalogItems: (args, context) =>
    connectionOf(searchItems(context, args), {
      args,
      key: ({ id }) => id,
      view: context.views.item,
    }),
  aiCatalogItemVersions(args, { state, views }) {
    const { createdAfter, excludeDeprecated } = args;
    const after = typeof createdAfter === "string" ? Date.parse(createdAfter) : -Infinity;
    const versions = [...state.items.values()]
      .filter(({ visibility, deletedAt }) => visibility === "public" && deletedAt === undefined)
      .flatMap((item) => item.versions)
      .filter(({ createdAt }) => Date.parse(createdAt) > after)
      .filter(({ deprecated }) => excludeDeprecated !== true || !deprecated)
      .toSorted((a, b) => b.id - a.id);
    return connectionOf(versions, { args, key: ({ id }) => id, view: views.version });
  },
  aiCatalogAgentFlowConfig({ agentVersionId }, { state, viewer }) {
    const version = state.findVersion(numberOf(agentVersionId));
    if (version === undefined || version.content.kind !== "agent") return null;
    return mayReadItem(viewer, version.item) ? chatConfig(version, version.content) : null;
  },
  aiCatalogCustomAndFoundationalItems(args, context) {
    const { itemTypes, search } = args;
    const types: readonly unknown[] = Array.isArray(itemTypes) ? itemTypes : [];
    const words = typeof search === "string" ? search.toLowerCase() : "";
    const wantsAgents = types.length === 0 || types.includes("FOUNDATIONAL_AGENT");
    const agents = context.state.foundationalAgents
      .filter(({ name }) => wantsAgents && name.toLowerCase().includes(words))
      .map((agent) => ({ key: agent.reference, view: context.views.foundationalAgent(agent) }));
    const items = searchItems(context, args).map((item) => ({
      key: String(item.id),
      view: context.views.item(item),
    }));
    return connectionOf([...agents, ...items], {
      args,
      key: ({ key }) => key,
      view: ({ view }) => view,
    });
  },
};

/** What can be asked of where items are enabled. */
export const consumerFields: Readonly<Record<string, Lazy>> = {
  aiCatalogConfiguredItems(args, { state, viewer, views }) {
    const { groupId, projectId, itemId, itemType, itemTypes } = args;
    if (typeof groupId !== "string" && typeof projectId !== "string") {
      throw new GraphQLError("At least one of [groupId, projectId] arguments is required.");
    }
    const types: readonly unknown[] = [
      ...(Array.isArray(itemTypes) ? itemTypes : []),
      ...(typeof itemType === "string" ? [itemType] : []),
    ];
    const reference = args["foundationalFlowReference"];
    const found = [...state.consumers.values()]
      .filter(({ project }) => typeof projectId === "string" && project?.id === numberOf(projectId))
      .filter(({ item }) => mayReadItem(viewer, item))
      .filter(({ item }) => typeof itemId !== "string" || item.id === numberOf(itemId))
      .filter(({ item }) => types.length === 0 || types.includes(item.type.toUpperCase()))
      .filter(
        ({ item }) => typeof reference !== "string" || item.foundationalReference === reference,
      );
    return connectionOf(found, { args, key: ({ id }) => id, view: views.consumer });
  },
  aiCatalogItemConsumer({ id }, { state, views }) {
    const consumer = state.consumers.get(numberOf(id));
    return consumer === undefined ? null : views.consumer(consumer);
  },
  aiCatalogAvailableFlowsForProject: (args, { state, views }) => {
    const flows = [...state.consumers.values()].filter(
      ({ item, project }) => item.type === "flow" && project === undefined,
    );
    return connectionOf(flows, { args, key: ({ id }) => id, view: views.consumer });
  },
};
