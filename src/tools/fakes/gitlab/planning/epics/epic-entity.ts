import type { JsonObject } from "../../../../../core/json.ts";
import type { Group, World } from "../../core/world.ts";
import { labelDetails, labelNamed } from "../labels/find-labels.ts";
import { itemUrl } from "../work-items/links.ts";
import { userEntity } from "../work-items/note-entity.ts";
import { itemReferredTo } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";

/** As the REST API shows an epic (docs.gitlab.com/api/epics), without what the fake has nothing of. */
export function epicEntity(
  world: World,
  group: Group,
  {
    item,
    hasLabelDetails = false,
  }: { readonly item: WorkItem; readonly hasLabelDetails?: boolean },
): JsonObject {
  const parent = itemReferredTo(world, item.parent);
  const url = itemUrl(world.url, item);
  return {
    id: item.epicId,
    work_item_id: item.id,
    iid: item.iid,
    color: "#1068bf",
    text_color: "#FFFFFF",
    group_id: group.id,
    parent_id: parent?.epicId ?? null,
    parent_iid: parent?.iid ?? null,
    imported: false,
    imported_from: "none",
    title: item.title,
    description: item.description,
    confidential: item.isConfidential,
    author: userEntity(world, item.author),
    ...dates(item),
    state: item.isOpen ? "opened" : "closed",
    web_edit_url: url.slice(world.url.length),
    web_url: url,
    references: {
      short: `&${String(item.iid)}`,
      relative: `&${String(item.iid)}`,
      full: `${group.path}&${String(item.iid)}`,
    },
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    labels: hasLabelDetails ? details(world, group, item.labels) : item.labels,
    upvotes: 0,
    downvotes: 0,
    _links: links(world, group, { item, parent }),
  };
}

function dates({ startDate, dueDate, hasFixedDates }: WorkItem): JsonObject {
  return {
    start_date: startDate,
    start_date_is_fixed: hasFixedDates,
    start_date_fixed: hasFixedDates ? startDate : null,
    start_date_from_inherited_source: hasFixedDates ? null : startDate,
    due_date: dueDate,
    due_date_is_fixed: hasFixedDates,
    due_date_fixed: hasFixedDates ? dueDate : null,
    due_date_from_inherited_source: hasFixedDates ? null : dueDate,
  };
}

function details(world: World, group: Group, names: readonly string[]): readonly JsonObject[] {
  return names.flatMap((name) => {
    const label = labelNamed(world, group, name);
    return label === undefined ? [] : [labelDetails(label)];
  });
}

function links(
  world: World,
  group: Group,
  { item, parent }: { readonly item: WorkItem; readonly parent: WorkItem | undefined },
): JsonObject {
  const api = `${world.url}/api/v4/groups`;
  const self = `${api}/${String(group.id)}/epics/${String(item.iid)}`;
  const above = parent === undefined ? undefined : world.group(parent.path);
  return {
    self,
    epic_issues: `${self}/issues`,
    group: `${api}/${String(group.id)}`,
    parent:
      parent === undefined || above === undefined
        ? null
        : `${api}/${String(above.id)}/epics/${String(parent.iid)}`,
  };
}
