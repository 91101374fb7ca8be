import type { JsonValue } from "../../../../../core/json.ts";
import { groupOf, iidOf, projectOf, type Intent } from "../../core/find-owner.ts";
import { requiredText } from "../../core/params.ts";
import { refuseQuickActions } from "../../core/quick-actions.ts";
import { badRequest, notFound } from "../../core/rest.ts";
import type { Project, RestRequest, Route, World } from "../../core/world.ts";
import { changeItem, createItem } from "../work-items/change-work-item.ts";
import {
  createNote,
  listDiscussions,
  listNotes,
  noteQuery,
  showNote,
} from "../work-items/note-routes.ts";
import { visibleItem, visibleItems } from "../work-items/work-item-store.ts";
import type { WorkItem } from "../work-items/work-item.ts";
import { checkTitle, issueBody, issueChange } from "./issue-change.ts";
import { issueEntity } from "./issue-entity.ts";
import { issueQuery, listIssues } from "./list-issues.ts";

interface Found {
  readonly project: Project;
  readonly item: WorkItem;
}

function found(request: RestRequest, intent: Intent = "read"): Found {
  const project = projectOf(request);
  const item = visibleItem(request.world, project, iidOf(request, "iid"));
  if (item === undefined) throw notFound();
  return { project: intent === "write" ? projectOf(request, "write") : project, item };
}

function list(request: RestRequest, projects: readonly Project[]): JsonValue {
  const { world, query } = request;
  const owners = new Map(projects.map((project) => [project.path, project]));
  const items = projects.flatMap((project) => visibleItems(world, project));
  return listIssues(world, items, query).flatMap((item) => {
    const project = owners.get(item.path);
    return project === undefined ? [] : issueEntity(world, project, item);
  });
}

function below(world: World, path: string): readonly Project[] {
  return world.projects.filter((project) => project.path.startsWith(`${path}/`));
}

function create(request: RestRequest): JsonValue {
  const { world, body } = request;
  const project = projectOf(request, "write");
  const title = requiredText(body, "title");
  checkTitle(title);
  const { isOpen: _, ...said } = issueChange(world, project, { body });
  refuseQuickActions(said.description);
  const item = createItem(world, project, { type: "issue", ...said, title });
  return issueEntity(world, project, item);
}

function update(request: RestRequest): JsonValue {
  const { world, body } = request;
  const { project, item } = found(request, "write");
  if (!issueBody.some((key) => (body[key] ?? null) !== null)) {
    throw badRequest(
      `${issueBody.join(", ")} are missing, at least one parameter must be provided`,
    );
  }
  const change = issueChange(world, project, { body, item });
  refuseQuickActions(change.description);
  return issueEntity(world, project, changeItem(world, project, { item, change }));
}

const one = "/projects/:id/issues/:iid";

/** Issues and the comments on them (docs.gitlab.com/api/issues, /api/notes, /api/discussions). */
export const issueRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/issues",
    query: issueQuery,
    answer: (request) =>
      list(
        { ...request, query: { scope: "created_by_me", ...request.query } },
        request.world.projects,
      ),
  },
  {
    method: "GET",
    path: "/groups/:id/issues",
    query: issueQuery,
    answer: (request) => list(request, below(request.world, groupOf(request).path)),
  },
  {
    method: "GET",
    path: "/projects/:id/issues",
    query: issueQuery,
    answer: (request) => list(request, [projectOf(request)]),
  },
  { method: "POST", path: "/projects/:id/issues", answer: create },
  {
    method: "GET",
    path: one,
    answer: (request) => {
      const { project, item } = found(request);
      return issueEntity(request.world, project, item);
    },
  },
  { method: "PUT", path: one, answer: update },
  {
    method: "GET",
    path: `${one}/notes`,
    query: noteQuery,
    answer: (request) => listNotes(request.world, found(request).item, request.query),
  },
  {
    method: "GET",
    path: `${one}/notes/:note`,
    answer: (request) => showNote(request, found(request).item),
  },
  { method: "POST", path: `${one}/notes`, answer: createOn },
  {
    method: "GET",
    path: `${one}/discussions`,
    query: ["page", "per_page"],
    answer: (request) => listDiscussions(request.world, found(request).item, request.query),
  },
  { method: "POST", path: `${one}/discussions/:discussion/notes`, answer: createOn },
];

function createOn(request: RestRequest): JsonValue {
  const { project, item } = found(request, "write");
  return createNote(request, project, item);
}
