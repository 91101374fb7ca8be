import type { JsonObject } from "../../../../../core/json.ts";
import { basicUser } from "../../core/user.ts";
import type { Project, World } from "../../core/world.ts";
import { repositoryPart } from "../repository/repository-part.ts";
import { projectUrl, showCommit } from "../repository/show-commit.ts";
import type { Bridge, Job, Pipeline } from "./pipeline.ts";
import { pipelinesPart, shaOf } from "./pipelines-part.ts";

/** A pipeline as the REST API lists it. */
export function showPipeline(pipeline: Pipeline, project: Project, world: World): JsonObject {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: project.id,
    sha: shaOf(pipeline, project, world),
    ref: pipeline.ref,
    status: pipeline.status,
    source: pipeline.source,
    created_at: pipeline.createdAt,
    updated_at: pipeline.updatedAt,
    web_url: pipelineUrl(pipeline.id, project, world),
    name: null,
  };
}

/** The address of a pipeline's page. */
function pipelineUrl(id: number, project: Project, world: World): string {
  return `${projectUrl(project, world)}/-/pipelines/${String(id)}`;
}

interface Context {
  readonly pipeline: Pipeline;
  readonly project: Project;
  readonly world: World;
}

/** A job as the REST API shows it. */
export function showJob(job: Omit<Job, "log">, { pipeline, project, world }: Context): JsonObject {
  const sha = shaOf(pipeline, project, world);
  const commit = world.part(repositoryPart, project).git.commit(sha ?? "");
  const isDone = ["success", "failed", "canceled"].includes(job.status);
  const { id, iid, ref, status, source, createdAt, updatedAt } = pipeline;
  return {
    id: job.id,
    status: job.status,
    stage: job.stage,
    name: job.name,
    ref,
    tag: false,
    coverage: null,
    allow_failure: job.allowFailure,
    created_at: createdAt,
    started_at: isDone ? createdAt : null,
    finished_at: isDone ? updatedAt : null,
    erased_at: null,
    duration: null,
    queued_duration: null,
    user: basicUser(world.currentUser, world.url),
    commit: commit === undefined ? null : showCommit(commit, project, world),
    pipeline: {
      id,
      iid,
      project_id: project.id,
      sha,
      ref,
      status,
      source,
      created_at: createdAt,
      updated_at: updatedAt,
      web_url: pipelineUrl(id, project, world),
    },
    ...(job.failureReason === null ? {} : { failure_reason: job.failureReason }),
    web_url: `${projectUrl(project, world)}/-/jobs/${String(job.id)}`,
    project: { ci_job_token_scope_enabled: false },
    artifacts: [],
    runner: null,
    artifacts_expire_at: null,
    archived: false,
    tag_list: [],
  };
}

/** A trigger job, with the pipeline that it started. */
export function showBridge(bridge: Bridge, context: Context): JsonObject {
  return { ...showJob(bridge, context), downstream_pipeline: showDownstream(bridge, context) };
}

function showDownstream({ downstream }: Bridge, { project, world }: Context): JsonObject | null {
  if (downstream === null) return null;
  if (typeof downstream === "string") return { web_url: downstream, status: null };
  const pipeline = world.part(pipelinesPart, project).table.get(downstream);
  if (pipeline !== undefined) return showPipeline(pipeline, project, world);
  return { id: downstream, web_url: pipelineUrl(downstream, project, world), status: null };
}
