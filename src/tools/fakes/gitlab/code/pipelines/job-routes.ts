import type { JsonObject } from "../../../../../core/json.ts";
import { iidOf, projectOf } from "../../core/find-owner.ts";
import { numberParam } from "../../core/params.ts";
import { badRequest, notFound } from "../../core/rest.ts";
import type { Project, RestRequest, Route } from "../../core/world.ts";
import { inScope } from "./in-scope.ts";
import type { Job, Pipeline } from "./pipeline.ts";
import { pipelinesPart } from "./pipelines-part.ts";
import { showJob } from "./show-pipeline.ts";

/** Jobs of a project, whatever their pipeline. */
export const jobRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/jobs",
    query: ["scope", "page", "per_page"],
    answer: listJobs,
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
];

/** Jobs of all pipelines of a project. */
function listJobs(request: RestRequest): readonly JsonObject[] {
  const { query, world } = request;
  const project = projectOf(request);
  const pipelines = world.part(pipelinesPart, project).table.rows;
  const owners = new Map(
    pipelines.flatMap((pipeline) => [...pipeline.jobs.values()].map((job) => [job, pipeline])),
  );
  const jobs = new Map([...owners.keys()].map((job) => [job.id, job]));
  return inScope(jobs, query).flatMap((job) => {
    const pipeline = owners.get(job);
    return pipeline === undefined ? [] : [showJob(job, { pipeline, project, world })];
  });
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
