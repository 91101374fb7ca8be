import type { JsonObject } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { locateInProject, type Kind } from "../../core/locate.ts";
import { bodyText, reply, requestFailed, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";
import { lintRuleFor } from "./lint-rule-for.ts";
import { pipelinesPart } from "./pipelines-part.ts";

const jobKind: Kind = { key: "job_id", segments: ["jobs"], label: "Job", noun: "job" };

/** What a job printed. */
export function getJobLogs(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, jobKind);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/jobs/${String(at.iid)}/trace`;
  const { byte_offset = null, byte_limit = null } = args;
  const response = send(world, ["GET", path], { query: { byte_offset, byte_limit } });
  if (!isSuccess(response)) return toolException(requestFailed(path, response));
  const trace = bodyText(response);
  return trace === "" ? reply("No job found") : reply({ job_id: at.iid, trace });
}

/** Checks CI/CD configuration; what the linter says comes from the seed, as nothing here knows its rules. */
export function ciLinter(args: JsonObject, world: World): ToolOutcome | undefined {
  const { project_id, content = "", ref = null } = args;
  const project = world.project(shown(project_id));
  const pipelines = project === undefined ? undefined : world.part(pipelinesPart, project);
  if (pipelines !== undefined && lintRuleFor(pipelines, content, ref) === undefined)
    return undefined;
  const path = `/api/v4/projects/${shown(project_id)}/ci/lint`;
  const body = { content, ...(ref === null || ref === "" ? {} : { ref }) };
  const fetched = bodyOf(send(world, ["POST", path], { body }), path);
  return fetched.ok ? reply(fetched.value) : fetched.outcome;
}
