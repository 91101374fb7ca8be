import type { Family } from "../../core/family.ts";
import { addMergeRequestReviewers } from "./add-reviewers-tool.ts";
import { discussionRoutes } from "./discussion-routes.ts";
import { listMrDiscussions, replyToDiscussion, setDiscussionResolved } from "./discussion-tools.ts";
import { mergeRequestRoutes } from "./merge-request-routes.ts";
import { searchMergeRequestsOf } from "./merge-request-search.ts";
import {
  createMergeRequest,
  getMergeRequest,
  listMergeRequestDiffs,
  searchMergeRequests,
  updateMergeRequest,
} from "./merge-request-tools.ts";
import { mergeRequestsPart } from "./merge-requests-part.ts";
import {
  createMergeRequestDiffNote,
  createMergeRequestNote,
  listAllMergeRequestNotes,
} from "./note-tools.ts";
import { buildReviewMergeRequestContext } from "./review-context-tool.ts";
import { reviewRoutes } from "./review-routes.ts";
import { postDuoCodeReview, submitMrReview } from "./review-tools.ts";

/** Merge requests, what is said about them, and their reviews. */
export const mergeRequestsFamily: Family = {
  name: "merge requests",
  parts: { project: [mergeRequestsPart] },
  routes: [...mergeRequestRoutes, ...discussionRoutes, ...reviewRoutes],
  tools: {
    create_merge_request: createMergeRequest,
    get_merge_request: getMergeRequest,
    update_merge_request: updateMergeRequest,
    list_merge_request_diffs: listMergeRequestDiffs,
    gitlab_merge_request_search: searchMergeRequests,
    create_merge_request_note: createMergeRequestNote,
    list_all_merge_request_notes: listAllMergeRequestNotes,
    create_merge_request_diff_note: createMergeRequestDiffNote,
    list_mr_discussions: listMrDiscussions,
    reply_to_discussion: replyToDiscussion,
    set_discussion_resolved: setDiscussionResolved,
    add_merge_request_reviewers: addMergeRequestReviewers,
    submit_mr_review: submitMrReview,
    post_duo_code_review: postDuoCodeReview,
    build_review_merge_request_context: buildReviewMergeRequestContext,
  },
  searches: { merge_requests: searchMergeRequestsOf },
};
