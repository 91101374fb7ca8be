import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { reply } from "../../core/reply.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf, fetchAll } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";

/*
 * Results after the service's mr_discussions.py, as public mirrors have it.
 */

const maxNote = 2000;
const shortId = 12;

/** The threads of a merge request, each with its comments. */
export function listMrDiscussions(args: JsonObject, world: World): ToolOutcome {
  const { only_from_author: author = null, only_resolvable: onlyResolvable = false } = args;
  const fetched = fetchAll(world, `${basePath(args)}/discussions`);
  if (!fetched.ok) return fetched.outcome;
  return reply(
    fetched.value.filter(isJsonObject).flatMap((discussion) => {
      const notes = notesOf(discussion);
      const [first] = notes;
      if (first === undefined) return [];
      if (onlyResolvable === true && first["resolvable"] !== true) return [];
      if (author !== null && author !== "" && authorOf(first) !== author) return [];
      return [summary(discussion, first, notes)];
    }),
  );
}

function summary(
  discussion: JsonObject,
  first: JsonObject,
  notes: readonly JsonObject[],
): JsonObject {
  const position = first["position"] ?? null;
  return {
    discussion_id: discussion["id"] ?? null,
    resolved: first["resolved"] ?? false,
    author: authorOf(first),
    ...(isJsonObject(position)
      ? {
          file: position["new_path"] ?? null,
          new_line: position["new_line"] ?? null,
          old_line: position["old_line"] ?? null,
        }
      : {}),
    notes: notes.map((note) => ({
      id: note["id"] ?? null,
      author: authorOf(note),
      body: clipped(shown(note["body"] ?? "")),
    })),
  };
}

/** Answers in a thread. */
export function replyToDiscussion(args: JsonObject, world: World): ToolOutcome {
  const id = shown(args["discussion_id"]);
  const path = `${basePath(args)}/discussions/${id}/notes`;
  const body = { body: unescaped(shown(args["body"])) };
  const made = bodyOf(send(world, ["POST", path], { body }), "reply to discussion");
  if (!made.ok) return made.outcome;
  return reply({
    status: "success",
    note_id: isJsonObject(made.value) ? (made.value["id"] ?? null) : null,
    message: `Replied to discussion ${id.slice(0, shortId)}`,
  });
}

/** Resolves a thread, or opens it again. */
export function setDiscussionResolved(args: JsonObject, world: World): ToolOutcome {
  const id = shown(args["discussion_id"]);
  const resolved = args["resolved"] !== false;
  const path = `${basePath(args)}/discussions/${id}`;
  const changed = bodyOf(
    send(world, ["PUT", path], { body: { resolved } }),
    "set discussion resolved",
  );
  if (!changed.ok) return changed.outcome;
  const action = resolved ? "resolved" : "unresolved";
  return reply({ status: "success", message: `Discussion ${id.slice(0, shortId)} ${action}` });
}

/** Models write a backslash and an n where they mean a new line; the service mends that. */
export function unescaped(text: string): string {
  return text.replaceAll(String.raw`\n`, "\n");
}

/** `/api/v4/projects/:id/merge_requests/:iid` of tools that take ids only. */
export function basePath({ project_id: project, merge_request_iid: iid }: JsonObject): string {
  return `/api/v4/projects/${shown(project)}/merge_requests/${shown(iid)}`;
}

function notesOf({ notes = null }: JsonObject): readonly JsonObject[] {
  return isJsonArray(notes) ? notes.filter(isJsonObject) : [];
}

function authorOf({ author = null }: JsonObject): JsonValue {
  return isJsonObject(author) ? (author["username"] ?? null) : null;
}

function clipped(body: string): string {
  if (body.length <= maxNote) return body;
  const dropped = String(body.length - maxNote);
  return `${body.slice(0, maxNote)}\n\n...<TRUNCATED: ${dropped} CHARACTERS DROPPED DUE TO SIZE LIMIT>`;
}
