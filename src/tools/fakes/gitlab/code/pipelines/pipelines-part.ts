import type { JsonObject } from "../../../../../core/json.ts";
import { Table } from "../../core/table.ts";
import type { Owner, Part, World } from "../../core/world.ts";
import { repositoryPart } from "../repository/repository-part.ts";
import { pipelineKeys } from "./pipeline-schema.ts";
import type { Bridge, Finding, Job, Pipeline } from "./pipeline.ts";
import type { PushRule } from "./push-rule.ts";
import { readPipelines, type LintRule, type PipelinesSeed } from "./read-pipelines.ts";

/** The pipelines of a project in one trial. */
export interface ProjectPipelines {
  readonly table: Table<number, Pipeline>;
  readonly onPush: readonly PushRule[];
  readonly lint: readonly LintRule[];
  /** The rules as the seed writes them. */
  readonly rules: JsonObject;
}

export const pipelinesPart: Part<PipelinesSeed, ProjectPipelines> = {
  name: "pipelines",
  properties: pipelineKeys,
  read: (block) => readPipelines(block),
  open: ({ pipelines, ...rules }) => ({ table: new Table(pipelines), ...rules }),
  show: ({ table, rules }, owner, world) => ({
    pipelines: Object.fromEntries(
      table.rows.map((pipeline) => [String(pipeline.id), showState(pipeline, owner, world)]),
    ),
    ...rules,
  }),
};

/** The commit that a pipeline runs on; null for a branch that was not there, or not that long. */
export function shaOf(pipeline: Pipeline, owner: Owner, world: World): string | null {
  if (pipeline.sha !== undefined) return pipeline.sha;
  const repository = world.part(repositoryPart, owner);
  let sha = repository.seedHead(pipeline.ref);
  for (let step = 0; step < pipeline.behind && sha !== undefined; step += 1) {
    sha = repository.git.commit(sha)?.parents[0];
  }
  return sha ?? null;
}

function showState(pipeline: Pipeline, owner: Owner, world: World): JsonObject {
  return {
    iid: pipeline.iid,
    ref: pipeline.ref,
    sha: shaOf(pipeline, owner, world),
    status: pipeline.status,
    source: pipeline.source,
    user: pipeline.user,
    merge_request: pipeline.mergeRequest,
    created_at: pipeline.createdAt,
    updated_at: pipeline.updatedAt,
    jobs: byId(pipeline.jobs, (job: Job) => ({ ...showJob(job), log: job.log })),
    bridges: byId(pipeline.bridges, (bridge: Bridge) => ({
      ...showJob(bridge),
      downstream: bridge.downstream,
    })),
    findings: byId(pipeline.findings, showFinding),
  };
}

function byId<Item>(
  items: ReadonlyMap<number | string, Item>,
  show: (item: Item) => JsonObject,
): JsonObject {
  return Object.fromEntries([...items].map(([id, item]) => [String(id), show(item)]));
}

function showJob(job: Omit<Job, "log">): JsonObject {
  return {
    name: job.name,
    stage: job.stage,
    status: job.status,
    allow_failure: job.allowFailure,
    failure_reason: job.failureReason,
    started_at: job.startedAt,
    duration: job.duration,
    queued_duration: job.queuedDuration,
    coverage: job.coverage,
  };
}

function showFinding(finding: Finding): JsonObject {
  const { title, description, severity, reportType, state, scanner, solution } = finding;
  return {
    title,
    description,
    severity,
    report_type: reportType,
    state,
    scanner,
    solution,
    location: finding.location,
    identifiers: finding.identifiers,
    false_positive: finding.falsePositive,
    dismissed_at: finding.dismissedAt,
    vulnerability: finding.vulnerability,
  };
}
