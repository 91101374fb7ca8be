import type { JsonObject } from "../../../../../core/json.ts";
import { projectOf, iidOf } from "../../core/find-owner.ts";
import { textParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import type { Project, RestRequest, Route } from "../../core/world.ts";
import { repositoryPart } from "../repository/repository-part.ts";
import { inScope } from "./in-scope.ts";
import { jobRoutes } from "./job-routes.ts";
import { lintRoute } from "./lint-route.ts";
import { listPipelines, pipelineListQuery } from "./list-pipelines.ts";
import { byNewest, type Pipeline } from "./pipeline.ts";
import { pipelinesPart, shaOf } from "./pipelines-part.ts";
import { showBridge, showJob, showWholePipeline } from "./show-pipeline.ts";

/** Pipelines and jobs of a project. */
export const pipelineRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/pipelines",
    query: pipelineListQuery,
    answer: listPipelines,
  },
  {
    method: "GET",
    path: "/projects/:id/pipelines/latest",
    query: ["ref"],
    answer: latestPipeline,
  },
  {
    method: "GET",
    path: "/projects/:id/pipelines/:pipeline_id",
    query: [],
    answer: (request) => {
      const { pipeline, project } = pipelineOf(request);
      return showWholePipeline(pipeline, project, request.world);
    },
  },
  {
    method: "GET",
    path: "/projects/:id/pipelines/:pipeline_id/jobs",
    query: ["scope", "page", "per_page"],
    answer: (request) => {
      const { pipeline, project } = pipelineOf(request);
      const jobs = inScope(pipeline.jobs, request.query);
      return jobs.map((job) => showJob(job, { pipeline, project, world: request.world }));
    },
  },
  {
    method: "GET",
    path: "/projects/:id/pipelines/:pipeline_id/bridges",
    query: ["scope", "page", "per_page"],
    answer: (request) => {
      const { pipeline, project } = pipelineOf(request);
      const bridges = inScope(pipeline.bridges, request.query);
      return bridges.map((bridge) =>
        showBridge(bridge, { pipeline, project, world: request.world }),
      );
    },
  },
  ...jobRoutes,
  lintRoute,
];

/** The newest pipeline of the head of a branch. */
function latestPipeline(request: RestRequest): JsonObject {
  const { query, world } = request;
  const project = projectOf(request);
  const ref = textParam(query, "ref") ?? project.defaultBranch;
  const head = world.part(repositoryPart, project).resolve(ref)?.id;
  const [latest] = world
    .part(pipelinesPart, project)
    .table.rows.filter(
      (pipeline) => pipeline.ref === ref && shaOf(pipeline, project, world) === head,
    )
    .toSorted(byNewest);
  if (latest === undefined) throw notFound();
  return showWholePipeline(latest, project, world);
}

function pipelineOf(request: RestRequest): {
  readonly pipeline: Pipeline;
  readonly project: Project;
} {
  const project = projectOf(request);
  const id = iidOf(request, "pipeline_id");
  const pipeline = request.world.part(pipelinesPart, project).table.get(id);
  if (pipeline === undefined) throw notFound();
  return { pipeline, project };
}
