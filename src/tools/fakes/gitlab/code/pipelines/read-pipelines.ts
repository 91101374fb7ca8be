import type { JsonObject } from "../../../../../core/json.ts";
import type { Matcher } from "../../../../../core/match/matcher.ts";
import { scanReportTypes, scanSeverities } from "../../../../catalog/scan-words.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import { seedWord, states } from "../vulnerabilities/scan-words.ts";
import { statusOf, type Finding, type Job, type Pipeline } from "./pipeline.ts";
import { seedMatcher, type PushRule } from "./push-rule.ts";
import { claim, readBridge, readJob } from "./read-job.ts";

/** What the linter says of a configuration that fits. */
export interface LintRule {
  readonly content: Matcher | undefined;
  readonly ref: Matcher | undefined;
  readonly valid: boolean;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** The pipelines of a project as the seed has them. */
export interface PipelinesSeed {
  readonly pipelines: ReadonlyMap<number, Pipeline>;
  readonly onPush: readonly PushRule[];
  readonly lint: readonly LintRule[];
  /** The rules as the seed writes them. */
  readonly rules: JsonObject;
}

/** Reads a project's `pipelines`, `on_push` and `ci_lint`. */
export function readPipelines(block: SeedBlock): PipelinesSeed {
  const branch = block.text("default_branch", "main");
  const blocks = block.numbered("pipelines");
  const pipelines = blocks.map(([id, pipeline], index) => {
    return readPipeline(pipeline, { id, iid: index + 1, branch });
  });
  return {
    pipelines: new Map(pipelines.map((pipeline) => [pipeline.id, pipeline])),
    onPush: block.list("on_push").map(readPushRule),
    lint: block.list("ci_lint").map(readLintRule),
    rules: Object.fromEntries(
      ["on_push", "ci_lint"].flatMap((key) => {
        const value = block.value(key);
        return value === null ? [] : [[key, value]];
      }),
    ),
  };
}

function readPipeline(
  block: SeedBlock,
  { id, iid, branch }: { readonly id: number; readonly iid: number; readonly branch: string },
): Pipeline {
  claim(block, "pipeline", id);
  const jobs = block.numbered("jobs").map(([jobId, job]): Job => {
    claim(job, "job", jobId);
    return { id: jobId, ...readJob(job, String(jobId)) };
  });
  const bridges = block.numbered("bridges").map(([jobId, bridge]) => readBridge(bridge, jobId));
  const createdAt = block.time("created_at");
  return {
    id,
    iid: block.number("iid") ?? iid,
    ref: block.text("ref", branch),
    sha: block.optionalText("sha"),
    behind: block.number("behind") ?? 0,
    status: block.text("status", statusOf([...jobs, ...bridges])),
    source: block.text("source", "push"),
    user: block.user("user"),
    mergeRequest: block.number("merge_request") ?? null,
    createdAt,
    updatedAt: block.optionalTime("updated_at") ?? createdAt,
    jobs: new Map(jobs.map((job) => [job.id, job])),
    bridges: new Map(bridges.map((bridge) => [bridge.id, bridge])),
    findings: new Map(
      block.blocks("findings").map(([uuid, finding]) => [uuid, readFinding(uuid, finding)]),
    ),
  };
}

function readFinding(uuid: string, block: SeedBlock): Finding {
  return {
    uuid,
    title: block.text("title", "Finding"),
    description: block.optionalText("description") ?? null,
    severity: seedWord(block, "severity", scanSeverities),
    reportType: seedWord(block, "report_type", scanReportTypes),
    state: seedWord(block, "state", states),
    scanner: block.optionalText("scanner") ?? null,
    solution: block.optionalText("solution") ?? null,
    location: block.block("location").json,
    identifiers: block.texts("identifiers"),
    falsePositive: block.flag("false_positive"),
    dismissedAt: block.optionalTime("dismissed_at") ?? null,
    vulnerability: block.number("vulnerability") ?? null,
  };
}

function readPushRule(block: SeedBlock): PushRule {
  const when = block.block("when");
  const files = when.block("files");
  return {
    branch: optionalMatcher(when, "branch"),
    files: Object.entries(files.json).map(([path, spec]) => [path, seedMatcher(spec, files, path)]),
    status: block.optionalText("status"),
    jobs: block.blocks("jobs").map(([name, job]) => readJob(job, name)),
  };
}

function readLintRule(block: SeedBlock): LintRule {
  const when = block.block("when");
  const errors = block.texts("errors");
  return {
    content: optionalMatcher(when, "content"),
    ref: optionalMatcher(when, "ref"),
    valid: block.flag("valid", errors.length === 0),
    errors,
    warnings: block.texts("warnings"),
  };
}

function optionalMatcher(block: SeedBlock, key: string): Matcher | undefined {
  return Object.hasOwn(block.json, key) ? seedMatcher(block.value(key), block, key) : undefined;
}
