import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { locateInProject, locateProject } from "../../core/locate.ts";
import { bodyText, reply, requestFailed, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf, fetchAll } from "../api/fetched.ts";
import { mergeRequestKind } from "./merge-request-kind.ts";

/*
 * Results after the service's merge_request.py, as public mirrors have it: what the tool does not parse is a
 * JSON text within its JSON.
 */

/** Opens a merge request. */
export function createMergeRequest(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/merge_requests`;
  const body = picked(args, [
    "source_branch",
    "target_branch",
    "title",
    "description",
    "assignee_ids",
    "reviewer_ids",
    "remove_source_branch",
    "squash",
    "labels",
  ]);
  const made = bodyOf(send(world, ["POST", path], { body }), path);
  return made.ok ? reply({ status: "success", merge_request: made.value }) : made.outcome;
}

/** One merge request. */
export function getMergeRequest(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}`;
  return unparsed("merge_request", path, send(world, ["GET", path]));
}

/** Changes a merge request. */
export function updateMergeRequest(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}`;
  const body = picked(args, [
    "allow_collaboration",
    "assignee_ids",
    "description",
    "discussion_locked",
    "milestone_id",
    "remove_source_branch",
    "reviewer_ids",
    "squash",
    "state_event",
    "target_branch",
    "title",
    "labels",
    "add_labels",
    "remove_labels",
  ]);
  const changed = bodyOf(send(world, ["PUT", path], { body }), path);
  return changed.ok ? reply({ updated_merge_request: changed.value }) : changed.outcome;
}

/** What a merge request changes, file by file. */
export function listMergeRequestDiffs(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}/diffs`;
  const diffs = fetchAll(world, path);
  return diffs.ok ? reply({ diffs: diffs.value }) : diffs.outcome;
}

/** Merge requests of a project, filtered. */
export function searchMergeRequests(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/merge_requests`;
  const query = picked(args, [
    "author_username",
    "author_id",
    "assignee_username",
    "assignee_id",
    "reviewer_username",
    "reviewer_id",
    "state",
    "milestone",
    "labels",
    "search",
    "scope",
  ]);
  return unparsed("merge_requests", path, send(world, ["GET", path], { query }));
}

/** The arguments that are given, in this order. */
function picked(args: JsonObject, keys: readonly string[]): JsonObject {
  const given = keys.map((key): [string, JsonValue] => [key, args[key] ?? null]);
  return Object.fromEntries(given.filter(([, value]) => value !== null));
}

function unparsed(key: string, path: string, response: ReturnType<typeof send>): ToolOutcome {
  if (isSuccess(response)) return reply({ [key]: bodyText(response) });
  return toolException(requestFailed(path, response));
}
