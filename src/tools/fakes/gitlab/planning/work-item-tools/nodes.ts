import type { JsonObject } from "../../../../../core/json.ts";
import type { World } from "../../core/world.ts";
import { gid, graphqlTime } from "../work-items/gid.ts";
import { itemUrl } from "../work-items/links.ts";
import { typeNames, type Note, type WorkItem, type WorkItemType } from "../work-items/work-item.ts";

/*
 * Work items as GraphQL shows them to the service's tools, with the fields that its queries ask for
 * (public mirrors of duo_workflow_service/tools/work_items/queries).
 */

const typeIds: Readonly<Record<WorkItemType, number>> = {
  issue: 1,
  incident: 2,
  test_case: 3,
  task: 5,
  objective: 6,
  key_result: 7,
  epic: 8,
};

/** Somebody's username and name. */
function personNode(world: World, username: string): JsonObject | null {
  const user = world.userNamed(username);
  return user === undefined ? null : { username, name: user.name };
}

/** What every query asks for. */
export function itemNode(world: World, item: WorkItem): JsonObject {
  return {
    id: gid("WorkItem", item.id),
    iid: String(item.iid),
    title: item.title,
    state: stateWord(item),
    createdAt: graphqlTime(item.createdAt),
    updatedAt: graphqlTime(item.updatedAt),
    author: personNode(world, item.author),
  };
}

/** What only the query for one asks for. */
export function wholeNode(world: World, item: WorkItem): JsonObject {
  const project = item.isInGroup ? undefined : world.project(item.path);
  const group = world.group(item.path);
  return {
    ...itemNode(world, item),
    closedAt: graphqlTime(item.closedAt),
    confidential: item.isConfidential,
    description: item.description,
    imported: false,
    namespace: {
      id:
        project === undefined
          ? gid("Group", group?.id ?? 0)
          : gid("Namespaces::ProjectNamespace", project.id),
      fullPath: item.path,
    },
    project:
      project === undefined ? null : { id: gid("Project", project.id), fullPath: project.path },
    workItemType: typeNode(item.type),
    archived: false,
  };
}

/** What is shown of a parent, a child or something linked. */
export function relatedNode(world: World, item: WorkItem): JsonObject {
  const namespace = item.isInGroup ? world.group(item.path) : world.project(item.path);
  return {
    id: gid("WorkItem", item.id),
    iid: String(item.iid),
    namespace: { name: namespace?.name ?? item.path },
    workItemType: { name: typeNames[item.type] },
    title: item.title,
    state: stateWord(item),
    createdAt: graphqlTime(item.createdAt),
    closedAt: graphqlTime(item.closedAt),
    webUrl: itemUrl(world.url, item),
  };
}

export function typeNode(type: WorkItemType): JsonObject {
  return { id: gid("WorkItems::Type", typeIds[type]), name: typeNames[type] };
}

export function noteNode(world: World, note: Note): JsonObject {
  return {
    id: gid("Note", note.id),
    body: note.body,
    createdAt: graphqlTime(note.createdAt),
    author: personNode(world, note.author),
  };
}

function stateWord({ isOpen }: WorkItem): string {
  return isOpen ? "OPEN" : "CLOSED";
}
