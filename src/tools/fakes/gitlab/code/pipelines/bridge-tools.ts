import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { locateInProject } from "../../core/locate.ts";
import { pyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import type { Fetched } from "../api/fetched.ts";
import { pipelineKind } from "./failing-jobs-tool.ts";

const maxBridges = 20;

/** The pipelines of the same project that a pipeline started, and how they are. */
export function getDownstreamPipelines(args: JsonObject, world: World): ToolOutcome {
  const found = bridgesOf(args, world, "downstream pipelines");
  if (!found.ok) return found.outcome;
  const { projectId, bridges } = found.value;
  const downstream = bridges.map((bridge) => bridge["downstream_pipeline"]).filter(isJsonObject);
  return reply(
    downstream
      .filter((pipeline) => ownUrl(pipeline, projectId, world) !== null)
      .map((pipeline) => ({
        url: pipeline["web_url"] ?? null,
        status: pipeline["status"] ?? null,
      })),
  );
}

/** The trigger jobs of a pipeline that failed, with what they started in the same project. */
export function getFailingBridgeJobs(args: JsonObject, world: World): ToolOutcome {
  const found = bridgesOf(args, world, "failing bridge jobs");
  if (!found.ok) return found.outcome;
  const { projectId, bridges } = found.value;
  const failed = bridges.filter((bridge) => bridge["status"] === "failed").slice(0, maxBridges);
  return reply(
    failed.map((bridge) => ({
      id: bridge["id"] ?? null,
      name: bridge["name"] ?? null,
      stage: bridge["stage"] ?? null,
      failure_reason: bridge["failure_reason"] ?? null,
      downstream_pipeline_url: ownUrl(bridge["downstream_pipeline"] ?? null, projectId, world),
    })),
  );
}

interface Bridges {
  readonly projectId: string;
  readonly bridges: readonly JsonObject[];
}

function bridgesOf(args: JsonObject, world: World, what: string): Fetched<Bridges> {
  const at = locateInProject({ url: args["url"] ?? "" }, world, pipelineKind);
  if (!at.ok) return { ok: false, outcome: toolException(at.message) };
  const path = `/api/v4/projects/${at.id}/pipelines/${String(at.iid)}/bridges`;
  const response = send(world, ["GET", path]);
  if (!isSuccess(response)) {
    const status = `status_code=${String(response.status)}, response=${pyText(response)}`;
    return { ok: false, outcome: toolException(`Failed to fetch ${what}: ${status}`) };
  }
  const bridges = isJsonArray(response.body) ? response.body.filter(isJsonObject) : [];
  return { ok: true, value: { projectId: at.id, bridges } };
}

/** The address of a pipeline of the same project; the service follows no other. */
function ownUrl(pipeline: JsonValue, projectId: string, world: World): JsonValue {
  const url = isJsonObject(pipeline) ? (pipeline["web_url"] ?? null) : null;
  if (typeof url !== "string") return null;
  const at = locateInProject({ url }, world, pipelineKind);
  return at.ok && at.id === projectId ? url : null;
}
