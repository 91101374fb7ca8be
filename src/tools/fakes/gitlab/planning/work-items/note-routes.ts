import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { choiceParam, flagParam, numberParam, pageOf, textParam } from "../../core/params.ts";
import { refuseQuickActions } from "../../core/quick-actions.ts";
import { badRequest, invalid, notFound } from "../../core/rest.ts";
import type { Namespace, RestRequest, World } from "../../core/world.ts";
import { addNote } from "./change-work-item.ts";
import { discussionId, noteEntity, threadOf } from "./note-entity.ts";
import { visibleNotes } from "./work-item-store.ts";
import type { Note, WorkItem } from "./work-item.ts";

/** Parameters that lists of notes honor. */
export const noteQuery = ["order_by", "page", "per_page", "sort"] as const;

/** A page of the comments on a work item; the newest first where nothing else is asked for. */
export function listNotes(world: World, item: WorkItem, query: JsonObject): JsonValue {
  const notes = sortNotes(visibleNotes(world, item), query);
  return pageOf(notes, query).map((note) => noteEntity(world, item, note));
}

/** Comments in the order that `sort` and `order_by` ask for. */
export function sortNotes(notes: readonly Note[], query: JsonObject): readonly Note[] {
  const order = choiceParam(query, "order_by", ["created_at", "updated_at"]) ?? "created_at";
  const sign = (choiceParam(query, "sort", ["asc", "desc"]) ?? "desc") === "asc" ? 1 : -1;
  const time = (note: Note): string => (order === "created_at" ? note.createdAt : note.updatedAt);
  return notes.toSorted((a, b) => {
    if (time(a) === time(b)) return sign * (a.id - b.id);
    return time(a) < time(b) ? -sign : sign;
  });
}

/** One comment. */
export function showNote(request: RestRequest, item: WorkItem): JsonValue {
  const id = numberOf(request.params.get("note"));
  const note = visibleNotes(request.world, item).find((each) => each.id === id);
  if (note === undefined) throw notFound();
  return noteEntity(request.world, item, note);
}

/** The threads on a work item, and the comments that stand alone; the oldest first. */
export function listDiscussions(world: World, item: WorkItem, query: JsonObject): JsonValue {
  const threads = new Map<number, Note[]>();
  for (const note of sortNotes(visibleNotes(world, item), { sort: "asc" })) {
    const first = threadOf(note);
    threads.set(first, [...(threads.get(first) ?? []), note]);
  }
  return pageOf([...threads], query).map(([first, notes]) => ({
    id: discussionId(first),
    individual_note: notes.length === 1,
    notes: notes.map((note) => noteEntity(world, item, note)),
  }));
}

/** Adds a comment; within a thread where the address names one. */
export function createNote(request: RestRequest, owner: Namespace, item: WorkItem): JsonValue {
  const { world, body } = request;
  const text = textParam(body, "body");
  if (text === undefined) throw badRequest("body is missing");
  if (text.trim() === "") throw invalid({ note: ["can't be blank"] });
  refuseQuickActions(text);
  const isInternal = flagParam(body, "internal") ?? flagParam(body, "confidential") ?? false;
  const replyTo = repliedTo(request, item);
  const note = addNote(world, owner, { item, body: text, isInternal, replyTo });
  return noteEntity(world, item, note);
}

/** The first note of the thread that `:discussion` names. */
function repliedTo({ world, params }: RestRequest, item: WorkItem): number | null {
  const id = params.get("discussion");
  if (id === undefined) return null;
  const first = visibleNotes(world, item).find((note) => discussionId(threadOf(note)) === id);
  if (first === undefined) throw notFound("Discussion");
  return threadOf(first);
}

function numberOf(text: string | undefined): number {
  return numberParam({ text: text ?? "" }, "text") ?? 0;
}
