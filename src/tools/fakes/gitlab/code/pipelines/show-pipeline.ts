import type { JsonObject } from "../../../../../core/json.ts";
import { basicUser } from "../../core/user.ts";
import type { Project, World } from "../../core/world.ts";
import { repositoryPart } from "../repository/repository-part.ts";
import { projectUrl, showCommit } from "../repository/show-commit.ts";
import { coverageOf, periodOf, runningSeconds, timesOf } from "./pipeline-times.ts";
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

/**
 * A pipeline as the REST API shows it by itself. What only draws it on a page, `detailed_status`, is left
 * out.
 */
export function showWholePipeline(pipeline: Pipeline, project: Project, world: World): JsonObject {
  const { git } = world.part(repositoryPart, project);
  const commit = git.commit(shaOf(pipeline, project, world) ?? "");
  const { started, finished } = periodOf(pipeline);
  return {
    ...showPipeline(pipeline, project, world),
    before_sha: commit?.parents[0] ?? noCommit,
    tag: false,
    yaml_errors: null,
    user: startedBy(pipeline, world),
    started_at: started,
    finished_at: finished,
    committed_at: null,
    duration: runningSeconds(pipeline),
    queued_duration: null,
    coverage: coverageOf(pipeline),
  };
}

/** How GitLab writes that there is none. */
const noCommit = "0".repeat(40);

function startedBy({ user }: Pipeline, world: World): JsonObject {
  return basicUser(world.userNamed(user) ?? world.currentUser, world.url);
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
  const { started, finished } = timesOf(job, pipeline);
  const { id, iid, ref, status, source, createdAt, updatedAt } = pipeline;
  return {
    id: job.id,
    status: job.status,
    stage: job.stage,
    name: job.name,
    ref,
    tag: false,
    coverage: job.coverage,
    allow_failure: job.allowFailure,
    created_at: createdAt,
    started_at: started,
    finished_at: finished,
    erased_at: null,
    duration: job.duration,
    queued_duration: job.queuedDuration,
    user: startedBy(pipeline, world),
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
