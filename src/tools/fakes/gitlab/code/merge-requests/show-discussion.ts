import type { JsonObject } from "../../../../../core/json.ts";
import { basicUser } from "../../core/user.ts";
import type { Project, World } from "../../core/world.ts";
import { diffRefs } from "./merge-request-diff.ts";
import {
  isResolvable,
  type Discussion,
  type MergeRequest,
  type Note,
  type Position,
} from "./merge-request.ts";

/** Where a comment is shown. */
export interface NoteContext {
  readonly mergeRequest: MergeRequest;
  readonly project: Project;
  readonly world: World;
}

/** A discussion as the REST API shows it. */
export function showDiscussion(discussion: Discussion, context: NoteContext): JsonObject {
  return {
    id: discussion.id,
    individual_note: discussion.isIndividual,
    notes: discussion.notes.map((note) => showNote(note, discussion, context)),
  };
}

/** A comment as the REST API shows it. */
export function showNote(note: Note, discussion: Discussion, context: NoteContext): JsonObject {
  const { mergeRequest, project, world } = context;
  const user = (username: string): JsonObject =>
    basicUser(world.userNamed(username) ?? world.currentUser, world.url);
  const canResolve = isResolvable(discussion);
  const { resolvedBy, isResolved, position } = discussion;
  return {
    id: note.id,
    type: typeOf(discussion),
    body: note.body,
    author: user(note.author),
    created_at: note.createdAt,
    updated_at: note.createdAt,
    system: note.isSystem,
    noteable_id: mergeRequest.id,
    noteable_type: "MergeRequest",
    project_id: project.id,
    commit_id: null,
    ...(position === null ? {} : { position: showPosition(position, context) }),
    resolvable: canResolve,
    ...(canResolve
      ? { resolved: isResolved, resolved_by: resolvedBy === null ? null : user(resolvedBy) }
      : {}),
    confidential: note.isInternal,
    internal: note.isInternal,
    imported: false,
    imported_from: "none",
    noteable_iid: mergeRequest.iid,
    commands_changes: {},
  };
}

function typeOf({ isIndividual, position }: Discussion): string | null {
  if (position !== null) return "DiffNote";
  return isIndividual ? null : "DiscussionNote";
}

/** A position as the REST API shows it, with the commits of the diff as it is now. */
export function showPosition(
  { oldPath, newPath, oldLine, newLine }: Position,
  { mergeRequest, project, world }: NoteContext,
): JsonObject {
  const refs = diffRefs(mergeRequest, project, world);
  return {
    base_sha: refs?.base ?? null,
    start_sha: refs?.start ?? null,
    head_sha: refs?.head ?? null,
    old_path: oldPath,
    new_path: newPath,
    position_type: "text",
    old_line: oldLine,
    new_line: newLine,
    line_range: null,
  };
}
