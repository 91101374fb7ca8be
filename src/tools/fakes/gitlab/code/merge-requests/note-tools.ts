import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { locateInProject } from "../../core/locate.ts";
import { reply, toolException } from "../../core/reply.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf, fetchAll, fetchOne, type Fetched } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";
import { mergeRequestKind } from "./merge-request-kind.ts";
import { isNoOpSuggestion } from "./no-op-suggestion.ts";

/*
 * Results and messages after the service's merge_request_notes.py, as public mirrors have it.
 */

/** Comments on a merge request, or answers a comment on it. */
export function createMergeRequestNote(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const { body = "", note_id: noteId = null, internal = false } = args;
  const base = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}`;
  const thread = typeof noteId === "number" ? discussionWith(world, base, noteId) : alone;
  if (!thread.ok) return thread.outcome;
  const path = thread.value === "" ? `${base}/notes` : `${base}/discussions/${thread.value}/notes`;
  const sent = { body, ...(internal === true ? { internal: true } : {}) };
  const made = bodyOf(send(world, ["POST", path], { body: sent }), path);
  return made.ok ? reply({ created_merge_request_note: made.value }) : made.outcome;
}

const alone: Fetched<string> = { ok: true, value: "" };

/** The id of the discussion that a comment is in. */
function discussionWith(world: World, base: string, noteId: number): Fetched<string> {
  const discussions = fetchAll(world, `${base}/discussions`);
  if (!discussions.ok) return discussions;
  for (const discussion of discussions.value.filter(isJsonObject)) {
    const { notes = null, id = null } = discussion;
    const own = isJsonArray(notes) ? notes.filter(isJsonObject) : [];
    if (own.some((note) => note["id"] === noteId)) return { ok: true, value: shown(id) };
  }
  const message = `Note with ID ${String(noteId)} not found in any discussion`;
  return { ok: false, outcome: toolException(message) };
}

/** All comments on a merge request, newest first. */
export function listAllMergeRequestNotes(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}/notes`;
  const notes = fetchAll(world, path);
  return notes.ok ? reply({ notes: notes.value }) : notes.outcome;
}

/** Comments on a line of the diff. */
export function createMergeRequestDiffNote(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const { body = "", old_path = "", new_path = "", old_line = null, new_line = null } = args;
  if (old_line === null && new_line === null) {
    return toolException("At least one of old_line or new_line must be provided.");
  }
  const base = `/api/v4/projects/${at.id}/merge_requests/${String(at.iid)}`;
  const refs = fetchRefs(world, base);
  if (!refs.ok) return refs.outcome;
  if (shown(body).includes("```suggestion")) {
    const diff = fetchDiff(world, base, { old_path, new_path });
    if (isNoOpSuggestion(shown(body), diff, { oldLine: old_line, newLine: new_line })) {
      return toolException(
        "every suggestion in this comment is identical to the targeted line(s); refusing to post no-op",
      );
    }
  }
  const position = {
    position_type: "text",
    ...refs.value,
    old_path,
    new_path,
    ...(old_line === null ? {} : { old_line }),
    ...(new_line === null ? {} : { new_line }),
  };
  const path = `${base}/discussions`;
  const made = bodyOf(send(world, ["POST", path], { body: { body, position } }), path);
  return made.ok ? reply({ created_diff_note: made.value }) : made.outcome;
}

/** The commits that a position is given with. */
export function fetchRefs(world: World, base: string): Fetched<JsonObject> {
  const fetched = fetchOne(world, base, { name: "fetch merge request" });
  if (!fetched.ok) return fetched;
  const refs = isJsonObject(fetched.value) ? fetched.value["diff_refs"] : null;
  if (!isJsonObject(refs)) {
    return { ok: false, outcome: toolException("diff_refs not available on merge request") };
  }
  const { base_sha = null, head_sha = null, start_sha = null } = refs;
  return { ok: true, value: { base_sha, head_sha, start_sha } };
}

function fetchDiff(
  world: World,
  base: string,
  {
    old_path: oldPath,
    new_path: newPath,
  }: { readonly old_path: JsonValue; readonly new_path: JsonValue },
): string {
  const diffs = fetchAll(world, `${base}/diffs`);
  const files = diffs.ok ? diffs.value.filter(isJsonObject) : [];
  const file = files.find((each) => each["new_path"] === newPath || each["old_path"] === oldPath);
  return shown(file?.["diff"] ?? "");
}
