import { isJsonObject, type JsonObject } from "../../../../../core/json.ts";
import { encoded } from "../../core/encoded.ts";
import type { Namespace, World } from "../../core/world.ts";
import { labelNamed } from "../labels/find-labels.ts";
import { milestoneTitled } from "../milestones/find-milestones.ts";
import { isExpired } from "../milestones/milestone.ts";
import { gid } from "../work-items/gid.ts";
import { statusNode, statusOf } from "../work-items/statuses.ts";
import { ancestorsOf, childrenOf, itemReferredTo } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";
import { relatedNode } from "./nodes.ts";
import { pageAfter } from "./page.ts";

/** Which merge requests of a work item are shown. */
interface MergeRequestPage {
  readonly first: number;
  readonly after: string | null;
}

/**
 * What only some types of work items have. The first five are those of the mirrored query; the others have
 * inputs in the tools, and are shown under the names of GitLab's schema.
 */
export function allWidgets(
  world: World,
  owner: Namespace,
  { item, mergeRequests }: { readonly item: WorkItem; readonly mergeRequests: MergeRequestPage },
): readonly JsonObject[] | undefined {
  const development = developmentWidget(world, item, mergeRequests);
  if (development === undefined) return undefined;
  const status = statusOf(item);
  return [
    { type: "LINKED_ITEMS", linkedItems: { nodes: [] } },
    { type: "LABELS", labels: { nodes: labelNodes(world, owner, item) } },
    { type: "MILESTONE", milestone: milestoneNode(world, owner, item) },
    { type: "ITERATION", iteration: null },
    hierarchyWidget(world, item),
    ...changedWidgets(world, owner, item).filter(({ type }) => type !== "LABELS"),
    { type: "WEIGHT", weight: item.weight },
    { type: "STATUS", status: status === null ? null : statusNode(status) },
    { type: "AGENT_PLAN", content: item.agentPlan },
    todosWidget(world, item),
    development,
  ];
}

/** What the queries that create and change something ask for. */
export function changedWidgets(
  world: World,
  owner: Namespace,
  item: WorkItem,
): readonly JsonObject[] {
  return [
    {
      type: "ASSIGNEES",
      assignees: {
        nodes: item.assignees.flatMap((username) => {
          const user = world.userNamed(username);
          return user === undefined ? [] : [{ id: gid("User", user.id), username }];
        }),
      },
    },
    { type: "LABELS", labels: { nodes: labelNodes(world, owner, item) } },
    { type: "HEALTH_STATUS", healthStatus: healthWord(item.healthStatus) },
    {
      type: "START_AND_DUE_DATE",
      startDate: item.startDate,
      dueDate: item.dueDate,
      isFixed: item.hasFixedDates,
    },
  ];
}

/** `on_track` as GraphQL writes it: `onTrack`. */
export function healthWord(status: string | null): string | null {
  return status?.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) ?? null;
}

function labelNodes(world: World, owner: Namespace, item: WorkItem): readonly JsonObject[] {
  return item.labels.flatMap((name) => {
    const label = labelNamed(world, owner, name);
    if (label === undefined) return [];
    const { id, color, description } = label;
    return [{ id: gid("Label", id), title: name, description, color }];
  });
}

function milestoneNode(world: World, owner: Namespace, item: WorkItem): JsonObject | null {
  const found = item.milestone === null ? undefined : milestoneTitled(world, owner, item.milestone);
  if (found === undefined) return null;
  const { id, title, isActive, startDate, dueDate } = found.milestone;
  return {
    id: gid("Milestone", id),
    title,
    state: isActive ? "active" : "closed",
    expired: isExpired(found.milestone, world.now),
    upcoming: startDate !== null && startDate > world.now.slice(0, 10),
    startDate,
    dueDate,
  };
}

function hierarchyWidget(world: World, item: WorkItem): JsonObject {
  const parent = itemReferredTo(world, item.parent);
  return {
    type: "HIERARCHY",
    parent: parent === undefined ? null : relatedNode(world, parent),
    children: connection(childrenOf(world, item).map((child) => relatedNode(world, child))),
    ancestors: connection(ancestorsOf(world, item).map((above) => relatedNode(world, above))),
  };
}

function connection(nodes: readonly JsonObject[]): JsonObject {
  return { count: nodes.length, nodes };
}

function todosWidget(world: World, item: WorkItem): JsonObject {
  const mine = item.todos.filter(({ user }) => user === world.currentUser.username);
  return {
    type: "CURRENT_USER_TODOS",
    currentUserTodos: {
      nodes: mine.map(({ id, isDone }) => ({
        id: gid("Todo", id),
        state: isDone ? "done" : "pending",
      })),
    },
  };
}

/** Undefined for a cursor that does not exist. */
function developmentWidget(
  world: World,
  item: WorkItem,
  { first, after }: MergeRequestPage,
): JsonObject | undefined {
  const nodes = item.mergeRequests.map((reference) => mergeRequestNode(world, reference));
  const page = pageAfter(nodes, { first, after, id: ({ reference }) => reference });
  if (page === undefined) return undefined;
  return {
    type: "DEVELOPMENT",
    relatedMergeRequests: { nodes: page.items, pageInfo: page.pageInfo },
  };
}

/** What is known of `shop/web!4`, whether or not there is such a merge request. */
function mergeRequestNode(world: World, reference: string): JsonObject & { reference: string } {
  const [path = "", iid = ""] = reference.split("!");
  const response = world.look(`/api/v4/projects/${encoded(path)}/merge_requests/${iid}`);
  const body = response !== undefined && isJsonObject(response.body) ? response.body : {};
  return {
    reference,
    iid,
    title: body["title"] ?? null,
    state: body["state"] ?? null,
    webUrl: `${world.url}/${path}/-/merge_requests/${iid}`,
  };
}
