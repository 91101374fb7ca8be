import type { JsonObject } from "../../../../../core/json.ts";
import { projectOf } from "../../core/find-owner.ts";
import { choiceParam, flagParam, numberParam, requiredText, textParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import type { RestRequest, Route } from "../../core/world.ts";
import { postDuoReview } from "./duo-review.ts";
import { mergeRequestOf, save } from "./find-merge-request.ts";
import { reviewStates, type Reviewer, type ReviewState } from "./merge-request.ts";
import { mergeRequestsPart } from "./merge-requests-part.ts";
import { positionOf } from "./position-of.ts";
import { showPosition, type NoteContext } from "./show-discussion.ts";
import { checkBody, startDiscussion } from "./write-note.ts";

const draftNotes = "/projects/:id/merge_requests/:iid/draft_notes";

/** Reviews: comments that are kept back until all are published together. */
export const reviewRoutes: readonly Route[] = [
  { method: "POST", path: draftNotes, answer: createDraft },
  { method: "POST", path: `${draftNotes}/bulk_publish`, answer: publish },
  {
    method: "POST",
    path: "/ai/duo_workflows/code_review/add_comments",
    answer: (request) => {
      const { body, world } = request;
      const params = new Map([["id", String(numberParam(body, "project_id") ?? "")]]);
      const project = projectOf({ ...request, params }, "write");
      const iid = numberParam(body, "merge_request_iid") ?? 0;
      const mergeRequest = world.part(mergeRequestsPart, project).get(iid);
      if (mergeRequest === undefined) throw notFound("Merge Request");
      postDuoReview({ mergeRequest, project, world }, requiredText(body, "review_output"));
      return { message: "Comments added successfully" };
    },
  },
];

function createDraft(request: RestRequest): JsonObject {
  const context = mergeRequestOf(request, "write");
  const { body, world } = request;
  const text = requiredText(body, "note");
  const position = positionOf(body["position"], context);
  checkBody(text);
  const author = world.currentUser;
  const draft = {
    id: world.nextId("draft note"),
    author: author.username,
    body: text,
    position,
  };
  const { drafts: before } = context.mergeRequest;
  const saved = save(context, () => ({ drafts: [...before, draft] }));
  return {
    id: draft.id,
    author_id: author.id,
    merge_request_id: saved.mergeRequest.id,
    resolve_discussion: false,
    discussion_id: null,
    note: text,
    commit_id: null,
    line_code: null,
    position: position === null ? null : showPosition(position, saved),
  };
}

/** Publishes the current user's drafts, with a summary and the state of the review where those are given. */
function publish(request: RestRequest): null {
  const { body, world } = request;
  let context = mergeRequestOf(request, "write");
  const me = world.currentUser.username;
  const state = choiceParam(body, "reviewer_state", reviewStates);
  const summary = textParam(body, "note");
  const own = context.mergeRequest.drafts.filter(({ author }) => author === me);
  for (const { body: text, position } of own) {
    context = startDiscussion(context, { body: text, position }).context;
  }
  if (summary !== undefined && summary !== "") {
    const isInternal = flagParam(body, "internal") ?? false;
    context = startDiscussion(context, { body: summary, isInternal, isIndividual: true }).context;
  }
  finish(context, me, state);
  return null;
}

function finish(context: NoteContext, me: string, state: ReviewState | undefined): void {
  const { mergeRequest } = context;
  const drafts = mergeRequest.drafts.filter(({ author }) => author !== me);
  const reviewers =
    state === undefined ? mergeRequest.reviewers : withState(mergeRequest.reviewers, me, state);
  save(context, () => ({ drafts, reviewers }));
}

/** Who reviews without being asked becomes a reviewer. */
function withState(
  reviewers: readonly Reviewer[],
  username: string,
  state: ReviewState,
): readonly Reviewer[] {
  const others = reviewers.filter((reviewer) => reviewer.username !== username);
  return [...others, { username, state }];
}
