import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { isJsonObject } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { locateInProject, type Kind } from "../../core/locate.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";
import { fetchAll, fetchOne } from "../api/fetched.ts";
import { mergeRequestKind } from "../merge-requests/merge-request-kind.ts";

/** How tools name a pipeline: only by its address. */
export const pipelineKind: Kind = {
  key: "pipeline_id",
  segments: ["pipelines"],
  label: "Pipeline",
  noun: "pipeline",
};

const maxJobs = 20;
const none = "No failing jobs found in this pipeline.";

/** What is known of the pipeline before its jobs are asked for. */
type Start =
  | {
      readonly ok: true;
      readonly projectId: string;
      readonly pipelineId: number;
      readonly mergeRequest: JsonValue | undefined;
    }
  | { readonly ok: false; readonly outcome: ToolOutcome };

/**
 * The failed jobs of a pipeline, or of the latest one of a merge request, in the words and the XML of the
 * service's pipeline.py. The address of a pipeline says all; a merge request beside it does not count.
 */
export function getPipelineFailingJobs(args: JsonObject, world: World): ToolOutcome {
  const url = args["url"];
  const isPipeline = typeof url === "string" && url.includes("/-/pipelines/");
  const start = isPipeline ? byAddress(args, world) : byMergeRequest(args, world);
  if (!start.ok) return start.outcome;
  const { projectId, pipelineId, mergeRequest } = start;
  const path = `/api/v4/projects/${projectId}/pipelines/${String(pipelineId)}/jobs`;
  const fetched = fetchAll(world, path, { scope: ["failed"] });
  if (!fetched.ok) return fetched.outcome;
  const jobs = fetched.value
    .filter(isJsonObject)
    .filter((job) => args["exclude_allow_failure"] !== true || job["allow_failure"] !== true)
    .slice(0, maxJobs);
  const head = mergeRequest === undefined ? {} : { merge_request: mergeRequest };
  const id = { pipeline_id: pipelineId };
  if (jobs.length === 0) return reply({ ...head, ...id, failed_jobs: none });
  return reply({ ...(mergeRequest === undefined ? id : head), failed_jobs: jobsXml(jobs) });
}

function byAddress(args: JsonObject, world: World): Start {
  const at = locateInProject(args, world, pipelineKind);
  if (!at.ok) return { ok: false, outcome: toolException(at.message) };
  return { ok: true, projectId: at.id, pipelineId: at.iid, mergeRequest: undefined };
}

function byMergeRequest(args: JsonObject, world: World): Start {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return { ok: false, outcome: toolException(at.message) };
  const path = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}`;
  const mergeRequest = fetchOne(world, path, { name: "fetch merge request" });
  if (!mergeRequest.ok) return mergeRequest;
  const pipelines = fetchOne(world, `${path}/pipelines`, { name: "fetch pipelines" });
  if (!pipelines.ok) return pipelines;
  const [latest] = isJsonArray(pipelines.value) ? pipelines.value : [];
  if (!isJsonObject(latest)) {
    const message = `No pipelines found for merge request iid ${String(at.iid)}`;
    return { ok: false, outcome: toolException(message) };
  }
  const pipelineId = Number(latest["id"]);
  return { ok: true, projectId: at.id, pipelineId, mergeRequest: mergeRequest.value };
}

/** As lxml prints it. */
function jobsXml(jobs: readonly JsonObject[]): string {
  const lines = jobs.flatMap((job) => [
    "  <job>",
    `    <job_name>${escaped(job["name"])}</job_name>`,
    `    <job_id>${escaped(job["id"])}</job_id>`,
    `    <job_url>${escaped(job["web_url"])}</job_url>`,
    "  </job>",
  ]);
  return `Failed Jobs:\n${["<jobs>", ...lines, "</jobs>"].join("\n")}\n`;
}

function escaped(value: JsonValue | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? "");
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
