import { mayReadDeleted, mayReadItem, type ProjectRecord } from "../../state/index.ts";
import { connectionOf } from "../connection.ts";
import type { Lazy, View } from "../context.ts";
import { countResolved } from "../denied.ts";
import { searchItems } from "../query/search-items.ts";
import { globalId, numberOf } from "../schema/index.ts";
import { numberedView } from "./small-views.ts";

/** A project, as far as the catalog needs it. */
export function projectView(project: ProjectRecord): View {
  const { id, path } = project;
  const parts = path.split("/");
  const groupOf =
    (count: number): Lazy =>
    (_, { views }) =>
      parts.length < 2 ? null : views.group(parts.slice(0, count).join("/"));
  return {
    __typename: "Project",
    id: globalId("Project", id),
    name: project.name,
    path: parts.at(-1),
    fullPath: path,
    nameWithNamespace: [...parts.slice(0, -1), project.name].join(" / "),
    description: project.description,
    archived: project.archived,
    visibility: project.visibility,
    webUrl: ((_, { url }) => `${url}/${path}`) satisfies Lazy,
    group: groupOf(parts.length - 1),
    rootGroup: groupOf(1),
    ...catalogFields(project),
    ...numberedFields(project),
  };
}

function catalogFields(project: ProjectRecord): Readonly<Record<string, Lazy>> {
  return {
    aiCatalogItem({ id, showSoftDeleted }, { state, viewer, views }) {
      const item = state.items.get(numberOf(id));
      const mayRead = showSoftDeleted === true ? mayReadDeleted : mayReadItem;
      if (item === undefined || item.project !== project || !mayRead(viewer, item)) return null;
      return views.item(item);
    },
    aiCatalogItems(args, context) {
      countResolved(context, "aiCatalogItems", 1);
      const own = searchItems(context, args).filter((item) => item.project === project);
      return connectionOf(own, { args, key: ({ id }) => id, view: context.views.item });
    },
    aiCatalogItemConsumerForItem({ id }, { state, views }) {
      const consumers = [...state.consumers.values()];
      const found = consumers.find(
        (each) => each.project === project && each.item.id === numberOf(id),
      );
      return found === undefined ? null : views.consumer(found);
    },
    aiFlowTriggers(args, context) {
      countResolved(context, "aiFlowTriggers", 1);
      const ids = Array.isArray(args["ids"]) ? args["ids"].map(numberOf) : undefined;
      const shown = project.triggers.filter(({ id }) => ids === undefined || ids.includes(id));
      return connectionOf(shown, { args, key: ({ id }) => id, view: context.views.trigger });
    },
  };
}

function numberedFields({
  path,
  issues,
  mergeRequests,
}: ProjectRecord): Readonly<Record<string, Lazy>> {
  return {
    issue: ({ iid }, { url }) =>
      numberedView(issues.get(Number(iid)), { model: "Issue", webUrl: `${url}/${path}/-/issues` }),
    mergeRequest: ({ iid }, { url }) =>
      numberedView(mergeRequests.get(Number(iid)), {
        model: "MergeRequest",
        webUrl: `${url}/${path}/-/merge_requests`,
      }),
  };
}
