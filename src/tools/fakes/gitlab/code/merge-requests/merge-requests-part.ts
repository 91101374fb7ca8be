import type { JsonObject } from "../../../../../core/json.ts";
import { Table } from "../../core/table.ts";
import type { Part } from "../../core/world.ts";
import type { FileDiff } from "../repository/show-diff.ts";
import { mergeRequestKeys } from "./merge-request-schema.ts";
import type { Discussion, MergeRequest, Note } from "./merge-request.ts";
import { readMergeRequest } from "./read-merge-request.ts";

type MergeRequests = ReadonlyMap<number, MergeRequest>;

/** The merge requests of a project, by iid. */
export const mergeRequestsPart: Part<MergeRequests, Table<number, MergeRequest>> = {
  name: "merge requests",
  properties: mergeRequestKeys,
  read: (block, owner) => {
    const defaultBranch = block.text("default_branch", "main");
    const branches = [defaultBranch, ...block.blocks("branches").map(([name]) => name)];
    const place = { owner, defaultBranch, branches };
    return new Map(
      block
        .numbered("merge_requests")
        .map(([iid, mergeRequest]) => [iid, readMergeRequest(iid, mergeRequest, place)]),
    );
  },
  open: (seed) => new Table(seed),
  show: (table) => ({
    merge_requests: Object.fromEntries(
      table.entries.map(([iid, mergeRequest]) => [String(iid), showState(mergeRequest)]),
    ),
  }),
};

function showState(mergeRequest: MergeRequest): JsonObject {
  const { discussions, diffs, reviewers } = mergeRequest;
  return {
    id: mergeRequest.id,
    title: mergeRequest.title,
    description: mergeRequest.description,
    state: mergeRequest.state,
    source_branch: mergeRequest.sourceBranch,
    target_branch: mergeRequest.targetBranch,
    author: mergeRequest.author,
    assignees: mergeRequest.assignees,
    reviewers: Object.fromEntries(reviewers.map(({ username, state }) => [username, state])),
    labels: mergeRequest.labels,
    milestone: mergeRequest.milestone,
    squash: mergeRequest.squash,
    remove_source_branch: mergeRequest.removesSourceBranch,
    allow_collaboration: mergeRequest.allowsCollaboration,
    discussion_locked: mergeRequest.isLocked,
    created_at: mergeRequest.createdAt,
    updated_at: mergeRequest.updatedAt,
    merged_at: mergeRequest.mergedAt,
    closed_at: mergeRequest.closedAt,
    ...(diffs === undefined ? {} : { diffs: diffs.map(showGivenDiff) }),
    notes: discussions.filter(({ isIndividual }) => isIndividual).flatMap(notesOf),
    discussions: discussions.filter(({ isIndividual }) => !isIndividual).map(showDiscussion),
  };
}

function showDiscussion(discussion: Discussion): JsonObject {
  const { id, isResolved, resolvedBy, position } = discussion;
  return {
    id,
    resolved: isResolved,
    resolved_by: resolvedBy,
    ...(position === null
      ? {}
      : {
          position: {
            old_path: position.oldPath,
            new_path: position.newPath,
            old_line: position.oldLine,
            new_line: position.newLine,
          },
        }),
    notes: notesOf(discussion),
  };
}

function showGivenDiff({ oldPath, newPath, kind, diff }: FileDiff): JsonObject {
  return {
    old_path: oldPath,
    new_path: newPath,
    diff,
    new_file: kind === "new",
    deleted_file: kind === "deleted",
    renamed_file: kind === "renamed",
  };
}

function notesOf({ notes }: Discussion): readonly JsonObject[] {
  return notes.map(showNote);
}

function showNote({ id, author, body, createdAt, isSystem, isInternal }: Note): JsonObject {
  return { id, author, body, created_at: createdAt, system: isSystem, internal: isInternal };
}
