import type { JsonObject } from "../../../../../core/json.ts";
import { projectOf, iidOf } from "../../core/find-owner.ts";
import { listParam, numberParam, pageOf, requiredText, textParam } from "../../core/params.ts";
import { badRequest, notFound, RestError } from "../../core/rest.ts";
import type { Project, RestRequest, Route } from "../../core/world.ts";
import { lintRuleFor } from "./lint-rule-for.ts";
import { byNewest, type Job, type Pipeline } from "./pipeline.ts";
import { pipelinesPart, shaOf } from "./pipelines-part.ts";
import { showBridge, showJob, showPipeline } from "./show-pipeline.ts";

/** Pipelines and jobs of a project. */
export const pipelineRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/pipelines",
    query: ["ref", "sha", "status", "page", "per_page"],
    answer: listPipelines,
  },
  {
    method: "GET",
    path: "/projects/:id/pipelines/:pipeline_id",
    query: [],
    answer: (request) => {
      const { pipeline, project } = pipelineOf(request);
      return showPipeline(pipeline, project, request.world);
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
  {
    method: "GET",
    path: "/projects/:id/jobs/:job_id",
    query: [],
    answer: (request) => {
      const { job, pipeline, project } = jobOf(request);
      return showJob(job, { pipeline, project, world: request.world });
    },
  },
  {
    method: "GET",
    path: "/projects/:id/jobs/:job_id/trace",
    query: ["byte_offset", "byte_limit"],
    answer: (request) => sliced(jobOf(request).job.log, request.query),
  },
  { method: "POST", path: "/projects/:id/ci/lint", answer: lint },
];

function listPipelines(request: RestRequest): readonly JsonObject[] {
  const { query, world } = request;
  const project = projectOf(request);
  const ref = textParam(query, "ref");
  const sha = textParam(query, "sha");
  const status = textParam(query, "status");
  const pipelines = world
    .part(pipelinesPart, project)
    .table.rows.filter(
      (pipeline) =>
        (ref === undefined || pipeline.ref === ref) &&
        (sha === undefined || shaOf(pipeline, project, world) === sha) &&
        (status === undefined || pipeline.status === status),
    )
    .toSorted(byNewest);
  return pageOf(pipelines, query).map((pipeline) => showPipeline(pipeline, project, world));
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

function jobOf(request: RestRequest): {
  readonly job: Job;
  readonly pipeline: Pipeline;
  readonly project: Project;
} {
  const project = projectOf(request);
  const id = iidOf(request, "job_id");
  for (const pipeline of request.world.part(pipelinesPart, project).table.rows) {
    const job = pipeline.jobs.get(id);
    if (job !== undefined) return { job, pipeline, project };
  }
  throw notFound();
}

/** Newest first; only those of the states that `scope` names. */
function inScope<Item extends { readonly id: number; readonly status: string }>(
  items: ReadonlyMap<number, Item>,
  query: JsonObject,
): readonly Item[] {
  const scope = listParam(query, "scope");
  const wanted = [...items.values()].filter(({ status }) => scope?.includes(status) ?? true);
  return pageOf(wanted.toSorted(byNewest), query);
}

/** A part of a log, in bytes; characters that it cuts through are shown as unreadable. */
function sliced(log: string, query: JsonObject): string {
  const offset = numberParam(query, "byte_offset");
  const limit = numberParam(query, "byte_limit");
  if (offset === undefined && limit === undefined) return log;
  if ((offset ?? 0) < 0) throw badRequest("byte_offset does not have a valid value");
  if ((limit ?? 1) < 1) throw badRequest("byte_limit does not have a valid value");
  const bytes = new TextEncoder().encode(log);
  const start = offset ?? 0;
  const end = limit === undefined ? bytes.length : start + limit;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.slice(start, end));
}

function lint(request: RestRequest): JsonObject {
  const { body, world } = request;
  const project = projectOf(request);
  const content = requiredText(body, "content");
  const rule = lintRuleFor(world.part(pipelinesPart, project), content, body["ref"] ?? null);
  if (rule === undefined) throw new RestError(404, { error: "404 Not Found" });
  const { valid, errors, warnings } = rule;
  return { valid, errors, warnings, merged_yaml: valid ? content : null, includes: [] };
}
