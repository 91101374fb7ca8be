import { type ConsumerRecord, hasRole, mayReadItem, pinnedVersion } from "../../state/index.ts";
import type { Lazy, View } from "../context.ts";
import { countResolved } from "../denied.ts";
import { globalId } from "../schema/index.ts";

/** An item that is enabled in a project or a group. */
export function consumerView(record: ConsumerRecord): View {
  const { id, item, project, group, parent } = record;
  const fields: Readonly<Record<string, Lazy>> = {
    item: (_, { viewer, views }) => (mayReadItem(viewer, item) ? views.item(item) : null),
    pinnedItemVersion(_, context) {
      countResolved(context, "pinnedItemVersion", 20);
      const version = pinnedVersion(item, record.pinnedVersion);
      return version === undefined ? null : context.views.version(version);
    },
    project: (_, { views }) => (project === undefined ? null : views.project(project)),
    group: (_, { views }) => (group === undefined ? null : views.group(group)),
    parentItemConsumer: (_, { views }) => (parent === undefined ? null : views.consumer(parent)),
    flowTrigger(_, { state, views }) {
      const triggers = [...state.projects.values()].flatMap((each) => each.triggers);
      const trigger = triggers.find(({ consumer }) => consumer === record);
      return trigger === undefined ? null : views.trigger(trigger);
    },
    userPermissions: (_, { viewer }) => ({
      adminAiCatalogItemConsumer: project !== undefined && hasRole(viewer, project, "maintainer"),
      readAiCatalogItemConsumer: true,
    }),
  };
  return {
    id: globalId("Ai::Catalog::ItemConsumer", id),
    enabled: record.enabled,
    pinnedVersionPrefix: record.pinnedVersion,
    organization: {
      id: globalId("Organizations::Organization", 1),
      name: "Default",
      path: "default",
    },
    ...fields,
  };
}
