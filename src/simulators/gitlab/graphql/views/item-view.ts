import {
  type ItemRecord,
  latestVersion,
  mayManageItem,
  mayReadItem,
  mayReadProject,
} from "../../state/index.ts";
import { connectionOf } from "../connection.ts";
import type { GraphqlContext, Lazy, View } from "../context.ts";
import { countResolved } from "../denied.ts";
import { globalId, numberOf } from "../schema/index.ts";

const typeNames = {
  agent: "AiCatalogAgent",
  flow: "AiCatalogFlow",
  third_party_flow: "AiCatalogThirdPartyFlow",
} as const;

/** An item of the catalog. */
export function itemView(item: ItemRecord): View {
  const { type, visibility, foundationalReference: reference } = item;
  const foundational = reference !== undefined;
  return {
    __typename: typeNames[type],
    id: globalId("Ai::Catalog::Item", item.id),
    itemType: type.toUpperCase(),
    name: item.name,
    description: item.description,
    descriptionHtml: foundational ? paragraph(item.description) : null,
    public: visibility === "public",
    visibility: visibility.toUpperCase(),
    foundational,
    foundationalFlowReference: type === "flow" ? reference : null,
    foundationalAgentReference: type === "agent" ? reference : null,
    verificationLevel: item.verification.toUpperCase(),
    softDeleted: item.deletedAt !== undefined,
    softDeletedAt: item.deletedAt,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    last30DayUsageCount: item.usage,
    starCount: item.otherStars + item.starredBy.size,
    ...lazyFields(item),
  };
}

function lazyFields(item: ItemRecord): Readonly<Record<string, Lazy>> {
  return {
    project: (_, { viewer, views }) =>
      item.project !== undefined && mayReadProject(viewer, item.project)
        ? views.project(item.project)
        : null,
    latestVersion({ released }, { views }) {
      const version = latestVersion(item, released === true);
      return version === undefined ? null : views.version(version);
    },
    versions: (args, { views }) =>
      connectionOf(item.versions.toReversed(), { args, key: ({ id }) => id, view: views.version }),
    configurationForProject: ({ projectId }, context) =>
      consumerOf(item, context, ({ project }) => project?.id === numberOf(projectId)),
    configurationForGroup: () => null,
    starred: (_, { viewer }) =>
      viewer.user !== undefined && item.starredBy.has(viewer.user.username),
    isEnabledInManagedByProject(_, context) {
      countResolved(context, "isEnabledInManagedByProject", 1);
      const consumers = [...context.state.consumers.values()];
      return consumers.some((each) => each.item === item && each.project === item.project);
    },
    userPermissions: (_, { viewer }) => ({
      adminAiCatalogItem: mayManageItem(viewer, item),
      forceHardDeleteAiCatalogItem: viewer.user?.admin === true,
      readAiCatalogItem: mayReadItem(viewer, item),
      reportAiCatalogItem: viewer.user !== undefined,
    }),
  };
}

function consumerOf(
  item: ItemRecord,
  { state, views }: GraphqlContext,
  matches: (consumer: Parameters<GraphqlContext["views"]["consumer"]>[0]) => boolean,
): View | null {
  const found = [...state.consumers.values()].find((each) => each.item === item && matches(each));
  return found === undefined ? null : views.consumer(found);
}

function paragraph(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<p>${escaped}</p>`;
}
