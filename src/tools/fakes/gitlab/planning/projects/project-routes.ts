import type { JsonValue } from "../../../../../core/json.ts";
import { groupOf, projectOf } from "../../core/find-owner.ts";
import { choiceParam, pageOf, textParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import type { Namespace, Project, RestRequest, Route, World } from "../../core/world.ts";
import { labelDetails, labelNamed } from "../labels/find-labels.ts";
import { labelsPart } from "../labels/labels-part.ts";
import { milestoneEntity } from "../milestones/milestone.ts";
import { milestonesPart } from "../milestones/milestones-part.ts";
import { containsWords, wordsOf } from "../work-items/conditions.ts";
import { groupEntity, projectEntity } from "./project-entity.ts";

const listQuery = ["search", "page", "per_page"];

/** Projects, groups, and what they have for their issues (docs.gitlab.com/api/projects, /groups, /labels, /milestones). */
export const projectRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects",
    query: listQuery,
    answer: (request) => listProjects(request, request.world.projects),
  },
  {
    method: "GET",
    path: "/projects/:id",
    answer: (request) => projectEntity(request.world, projectOf(request)),
  },
  {
    method: "GET",
    path: "/groups",
    query: listQuery,
    answer: (request) =>
      pageOf(matching(request.world.groups, request), request.query).map((group) =>
        groupEntity(request.world, group),
      ),
  },
  {
    method: "GET",
    path: "/groups/:id",
    answer: (request) => groupEntity(request.world, groupOf(request)),
  },
  {
    method: "GET",
    path: "/groups/:id/projects",
    query: listQuery,
    answer: (request) => listProjects(request, projectsIn(request.world, groupOf(request).path)),
  },
  ...listRoutes("/projects/:id", projectOf),
  ...listRoutes("/groups/:id", groupOf),
];

/** The projects directly in a group. */
function projectsIn(world: World, path: string): readonly Project[] {
  return world.projects.filter(
    (project) => project.path.slice(0, project.path.lastIndexOf("/")) === path,
  );
}

function listProjects(request: RestRequest, projects: readonly Project[]): JsonValue {
  return pageOf(matching(projects, request), request.query).map((project) =>
    projectEntity(request.world, project),
  );
}

function matching<N extends Namespace>(all: readonly N[], { query }: RestRequest): readonly N[] {
  const words = wordsOf(textParam(query, "search") ?? "");
  return all.filter(({ name, path, description }) =>
    containsWords(`${name} ${path} ${description ?? ""}`, words),
  );
}

function listRoutes(base: string, find: (request: RestRequest) => Namespace): readonly Route[] {
  return [
    {
      method: "GET",
      path: `${base}/labels`,
      query: listQuery,
      answer: (request) => listLabels(request, find(request)),
    },
    {
      method: "GET",
      path: `${base}/labels/:label`,
      answer: (request) => {
        const label = labelNamed(request.world, find(request), request.params.get("label") ?? "");
        if (label === undefined) throw notFound("Label");
        return labelDetails(label);
      },
    },
    {
      method: "GET",
      path: `${base}/milestones`,
      query: [...listQuery, "state", "title"],
      answer: (request) => listMilestones(request, find(request)),
    },
  ];
}

/** Also the labels of the groups around. */
function listLabels({ world, query }: RestRequest, owner: Namespace): JsonValue {
  const words = wordsOf(textParam(query, "search") ?? "");
  const labels = [owner, ...world.ancestors(owner.path)]
    .flatMap((holder) => world.part(labelsPart, holder).rows)
    .filter(({ name }) => containsWords(name, words))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return pageOf(labels, query).map(labelDetails);
}

function listMilestones({ world, query }: RestRequest, owner: Namespace): JsonValue {
  const state = choiceParam(query, "state", ["active", "closed"]);
  const title = textParam(query, "title");
  const words = wordsOf(textParam(query, "search") ?? "");
  const found = world
    .part(milestonesPart, owner)
    .rows.filter(
      (milestone) =>
        (state === undefined || milestone.isActive === (state === "active")) &&
        (title === undefined || milestone.title === title) &&
        containsWords(`${milestone.title} ${milestone.description ?? ""}`, words),
    );
  return pageOf(found.toReversed(), query).map((each) => milestoneEntity(each, owner, world));
}
