import type { JsonObject } from "../../../../../core/json.ts";
import { choiceParam, flagParam, pageOf, requiredText } from "../../core/params.ts";
import { badRequest, notFound } from "../../core/rest.ts";
import type { RestRequest, Route } from "../../core/world.ts";
import { mergeRequestOf, save } from "./find-merge-request.ts";
import { isResolvable, type Discussion } from "./merge-request.ts";
import { positionOf } from "./position-of.ts";
import { showDiscussion, showNote, type NoteContext } from "./show-discussion.ts";
import { replaced, reply, startDiscussion } from "./write-note.ts";

const base = "/projects/:id/merge_requests/:iid";

/** Comments and discussions of a merge request. */
export const discussionRoutes: readonly Route[] = [
  {
    method: "GET",
    path: `${base}/notes`,
    query: ["sort", "page", "per_page"],
    answer: (request) => {
      const context = mergeRequestOf(request);
      const isAscending = choiceParam(request.query, "sort", ["asc", "desc"]) === "asc";
      const notes = context.mergeRequest.discussions
        .flatMap((discussion) => discussion.notes.map((note) => ({ note, discussion })))
        .toSorted((one, other) => (isAscending ? 1 : -1) * (one.note.id - other.note.id));
      return pageOf(notes, request.query).map(({ note, discussion }) =>
        showNote(note, discussion, context),
      );
    },
  },
  {
    method: "POST",
    path: `${base}/notes`,
    answer: (request) => {
      const context = mergeRequestOf(request, "write");
      const {
        note,
        discussion,
        context: after,
      } = startDiscussion(context, {
        body: requiredText(request.body, "body"),
        isInternal: flagParam(request.body, "internal") ?? false,
        isIndividual: true,
      });
      return showNote(note, discussion, after);
    },
  },
  {
    method: "GET",
    path: `${base}/discussions`,
    query: ["page", "per_page"],
    answer: (request) => {
      const context = mergeRequestOf(request);
      const discussions = pageOf(context.mergeRequest.discussions, request.query);
      return discussions.map((discussion) => showDiscussion(discussion, context));
    },
  },
  {
    method: "POST",
    path: `${base}/discussions`,
    answer: (request) => {
      const context = mergeRequestOf(request, "write");
      const body = requiredText(request.body, "body");
      const position = positionOf(request.body["position"], context);
      const { discussion, context: after } = startDiscussion(context, { body, position });
      return showDiscussion(discussion, after);
    },
  },
  {
    method: "GET",
    path: `${base}/discussions/:discussion_id`,
    query: [],
    answer: (request) => {
      const context = mergeRequestOf(request);
      return showDiscussion(discussionIn(request, context), context);
    },
  },
  { method: "PUT", path: `${base}/discussions/:discussion_id`, answer: resolve },
  {
    method: "POST",
    path: `${base}/discussions/:discussion_id/notes`,
    answer: (request) => {
      const context = mergeRequestOf(request, "write");
      const discussion = discussionIn(request, context);
      const isInternal = flagParam(request.body, "internal") ?? false;
      const body = requiredText(request.body, "body");
      const answered = reply(context, discussion, { body, isInternal });
      return showNote(answered.note, answered.discussion, answered.context);
    },
  },
];

function resolve(request: RestRequest): JsonObject {
  const context = mergeRequestOf(request, "write");
  const discussion = discussionIn(request, context);
  const isResolved = flagParam(request.body, "resolved");
  if (isResolved === undefined) throw badRequest("resolved is missing");
  if (!isResolvable(discussion)) throw badRequest("Discussion is not resolvable");
  const resolvedBy = isResolved ? context.world.currentUser.username : null;
  const changed = { ...discussion, isResolved, resolvedBy };
  const saved = save(context, () => ({ discussions: replaced(context.mergeRequest, changed) }));
  return showDiscussion(changed, saved);
}

function discussionIn(request: RestRequest, { mergeRequest }: NoteContext): Discussion {
  const id = request.params.get("discussion_id");
  const discussion = mergeRequest.discussions.find((each) => each.id === id);
  if (discussion === undefined) throw notFound("Discussion");
  return discussion;
}
