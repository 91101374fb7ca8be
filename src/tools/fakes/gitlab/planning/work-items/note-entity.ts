import type { JsonObject } from "../../../../../core/json.ts";
import { basicUser } from "../../core/user.ts";
import type { World } from "../../core/world.ts";
import { ownerOf } from "./work-item-store.ts";
import type { Note, WorkItem } from "./work-item.ts";

/** A user as the REST API shows one; null for a name that nobody has. */
export function userEntity(world: World, username: string | null): JsonObject | null {
  const user = username === null ? undefined : world.userNamed(username);
  return user === undefined ? null : basicUser(user, world.url);
}

/** As the REST API shows a comment (docs.gitlab.com/api/notes). */
export function noteEntity(world: World, item: WorkItem, note: Note): JsonObject {
  const owner = ownerOf(world, item);
  return {
    id: note.id,
    type: isThreaded(item, note) ? "DiscussionNote" : null,
    body: note.body,
    author: userEntity(world, note.author),
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    system: note.isSystem,
    noteable_id: item.epicId ?? item.id,
    noteable_type: item.epicId === null ? "Issue" : "Epic",
    project_id: item.isInGroup ? null : (owner?.id ?? null),
    resolvable: false,
    confidential: note.isInternal,
    internal: note.isInternal,
    imported: false,
    imported_from: "none",
    noteable_iid: item.iid,
    commands_changes: {},
  };
}

/** The note that a note's thread begins with; the note itself where it stands alone. */
export function threadOf(note: Note): number {
  return note.replyTo ?? note.id;
}

/** GitLab's ids of threads are 40 hexadecimal digits; these follow from the first note. */
export function discussionId(firstNote: number): string {
  return firstNote.toString(16).padStart(40, "0");
}

function isThreaded(item: WorkItem, note: Note): boolean {
  return note.replyTo !== null || item.notes.some(({ replyTo }) => replyTo === note.id);
}
