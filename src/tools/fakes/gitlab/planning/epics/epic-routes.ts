import type { JsonValue } from "../../../../../core/json.ts";
import { groupOf, iidOf, type Intent } from "../../core/find-owner.ts";
import { flagParam, pageOf, requiredText } from "../../core/params.ts";
import { refuseQuickActions } from "../../core/quick-actions.ts";
import { badRequest, notFound } from "../../core/rest.ts";
import type { Group, RestRequest, Route } from "../../core/world.ts";
import { checkTitle } from "../issues/issue-change.ts";
import { issueEntity } from "../issues/issue-entity.ts";
import { changeItem, createItem } from "../work-items/change-work-item.ts";
import { childrenOf, visibleItem } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";
import { epicBody, epicChange } from "./epic-change.ts";
import { epicEntity } from "./epic-entity.ts";
import { epicQuery, listEpics } from "./list-epics.ts";

interface Found {
  readonly group: Group;
  readonly item: WorkItem;
}

function found(request: RestRequest, intent: Intent = "read"): Found {
  const group = groupOf(request);
  const item = visibleItem(request.world, group, iidOf(request, "iid"));
  if (item?.type !== "epic") throw notFound();
  return { group: intent === "write" ? groupOf(request, "write") : group, item };
}

function list(request: RestRequest): JsonValue {
  const { world, query } = request;
  const hasLabelDetails = flagParam(query, "with_labels_details") ?? false;
  return listEpics(world, groupOf(request), query).flatMap((item) => {
    const owner = world.group(item.path);
    return owner === undefined ? [] : epicEntity(world, owner, { item, hasLabelDetails });
  });
}

function create(request: RestRequest): JsonValue {
  const { world, body } = request;
  const group = groupOf(request, "write");
  const title = requiredText(body, "title");
  checkTitle(title);
  const { isOpen: _, ...said } = epicChange(world, { body });
  refuseQuickActions(said.description);
  const item = createItem(world, group, { ...said, title, type: "epic" });
  return epicEntity(world, group, { item });
}

function update(request: RestRequest): JsonValue {
  const { world, body } = request;
  const { group, item } = found(request, "write");
  if (!epicBody.some((key) => (body[key] ?? null) !== null)) {
    throw badRequest(`${epicBody.join(", ")} are missing, at least one parameter must be provided`);
  }
  const change = epicChange(world, { body, item });
  refuseQuickActions(change.description);
  return epicEntity(world, group, { item: changeItem(world, group, { item, change }) });
}

function issuesOf(request: RestRequest): JsonValue {
  const { world, query } = request;
  const children = childrenOf(world, found(request).item);
  return pageOf(children, query).flatMap((item) => {
    const project = item.isInGroup ? undefined : world.project(item.path);
    return project === undefined ? [] : issueEntity(world, project, item);
  });
}

const one = "/groups/:id/epics/:iid";

/** Epics (docs.gitlab.com/api/epics, /api/epic_issues). */
export const epicRoutes: readonly Route[] = [
  { method: "GET", path: "/groups/:id/epics", query: epicQuery, answer: list },
  { method: "POST", path: "/groups/:id/epics", answer: create },
  {
    method: "GET",
    path: one,
    answer: (request) => {
      const { group, item } = found(request);
      return epicEntity(request.world, group, { item });
    },
  },
  { method: "PUT", path: one, answer: update },
  { method: "GET", path: `${one}/issues`, query: ["page", "per_page"], answer: issuesOf },
];
