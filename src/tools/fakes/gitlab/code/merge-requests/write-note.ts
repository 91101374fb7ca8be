import { refuseQuickActions } from "../../core/quick-actions.ts";
import { invalid, notFound, RestError } from "../../core/rest.ts";
import type { World } from "../../core/world.ts";
import { save } from "./find-merge-request.ts";
import type { Discussion, MergeRequest, Note, Position } from "./merge-request.ts";
import { discussionId, discussionOf } from "./read-merge-request.ts";
import type { NoteContext } from "./show-discussion.ts";

const maxBody = 1_000_000;

/** A comment of the current user, made now. @throws RestError for a text that GitLab does not take */
function newNote(body: string, isInternal: boolean, world: World): Note {
  checkBody(body);
  return {
    id: world.nextId("note"),
    author: world.currentUser.username,
    body,
    createdAt: world.now,
    isSystem: false,
    isInternal,
  };
}

/** @throws RestError for a text that GitLab does not take */
export function checkBody(body: string): void {
  if (body.trim() === "") throw invalid({ note: ["can't be blank"] });
  if (body.length > maxBody) {
    throw invalid({ note: [`is too long (maximum is ${String(maxBody)} characters)`] });
  }
  refuseQuickActions(body);
}

/** What begins a discussion. */
export interface NewDiscussion {
  readonly body: string;
  readonly isInternal?: boolean;
  readonly isIndividual?: boolean;
  readonly position?: Position | null;
}

/** Begins a discussion. @throws RestError where nobody may */
export function startDiscussion(context: NoteContext, start: NewDiscussion): Written {
  checkOpen(context);
  checkBody(start.body);
  const { mergeRequest, project, world } = context;
  let discussion: Discussion | undefined;
  const saved = save(context, () => {
    const note = newNote(start.body, start.isInternal ?? false, world);
    discussion = discussionOf({
      id: discussionId(`${project.path}!${String(mergeRequest.iid)}`, note.id),
      notes: [note],
      isIndividual: start.isIndividual ?? false,
      position: start.position ?? null,
    });
    return { discussions: [...mergeRequest.discussions, discussion] };
  });
  return written(saved, discussion);
}

/** Adds a comment to a discussion; a plain comment that is answered becomes a thread. */
export function reply(
  context: NoteContext,
  discussion: Discussion,
  { body, isInternal = false }: { readonly body: string; readonly isInternal?: boolean },
): Written {
  checkOpen(context);
  checkBody(body);
  let answered: Discussion | undefined;
  const saved = save(context, () => {
    const note = newNote(body, isInternal, context.world);
    answered = { ...discussion, isIndividual: false, notes: [...discussion.notes, note] };
    return { discussions: replaced(context.mergeRequest, answered) };
  });
  return written(saved, answered);
}

/** The discussions of a merge request, one of them changed. */
export function replaced(
  { discussions }: MergeRequest,
  changed: Discussion,
): readonly Discussion[] {
  return discussions.map((discussion) => (discussion.id === changed.id ? changed : discussion));
}

/** What was written, and where. */
export interface Written {
  readonly context: NoteContext;
  readonly discussion: Discussion;
  /** The new comment. */
  readonly note: Note;
}

function written(context: NoteContext, discussion: Discussion | undefined): Written {
  const note = discussion?.notes.at(-1);
  if (discussion === undefined || note === undefined) throw notFound();
  return { context, discussion, note };
}

/** Only members write to a locked discussion, and the agent is taken for none. */
function checkOpen({ mergeRequest }: NoteContext): void {
  if (mergeRequest.isLocked === true) throw new RestError(403, { message: "403 Forbidden" });
}
