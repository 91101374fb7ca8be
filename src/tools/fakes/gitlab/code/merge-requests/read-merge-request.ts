import { isJsonObject } from "../../../../../core/json.ts";
import { didYouMean } from "../../../../../core/text/suggest.ts";
import { sha1Hex } from "../../../../../platform/index.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import type { PartOwner } from "../../core/world.ts";
import type { FileDiff } from "../repository/show-diff.ts";
import {
  mergeRequestStates,
  reviewStates,
  type Discussion,
  type MergeRequest,
  type Note,
  type Position,
  type Reviewer,
} from "./merge-request.ts";

/** What a merge request is read with. */
export interface MergeRequestPlace {
  readonly owner: PartOwner;
  readonly defaultBranch: string;
  /** Branches that the seed has. */
  readonly branches: readonly string[];
}

/** Reads one merge request of a project. */
export function readMergeRequest(
  iid: number,
  block: SeedBlock,
  { owner, defaultBranch, branches }: MergeRequestPlace,
): MergeRequest {
  const discussions = readDiscussions(block, `${owner.path}!${String(iid)}`);
  const createdAt = block.time("created_at");
  const state = block.text("state", "opened");
  const diffs = block.value("diffs") === null ? undefined : block.list("diffs").map(readDiff);
  const sourceBranch = block.text("source_branch", "");
  const targetBranch = block.text("target_branch", defaultBranch);
  if (diffs === undefined && state === "opened") {
    requireBranch(block, "source_branch", sourceBranch, branches);
    requireBranch(block, "target_branch", targetBranch, branches);
  }
  return {
    id: block.id("merge request"),
    iid,
    title: block.text("title", `Merge request ${String(iid)}`),
    description: block.optionalText("description") ?? null,
    state: mergeRequestStates.find((each) => each === state) ?? "opened",
    sourceBranch,
    targetBranch,
    author: block.user("author"),
    assignees: block.usernames("assignees"),
    reviewers: readReviewers(block),
    labels: block.texts("labels").toSorted(),
    milestone: block.optionalText("milestone") ?? null,
    squash: block.flag("squash"),
    removesSourceBranch: optionalFlag(block, "remove_source_branch"),
    allowsCollaboration: block.flag("allow_collaboration"),
    isLocked: optionalFlag(block, "discussion_locked"),
    createdAt,
    updatedAt: block.optionalTime("updated_at") ?? createdAt,
    mergedAt: block.optionalTime("merged_at") ?? (state === "merged" ? createdAt : null),
    closedAt: block.optionalTime("closed_at") ?? (state === "closed" ? createdAt : null),
    diffs,
    discussions,
    drafts: [],
  };
}

function requireBranch(...given: readonly [SeedBlock, string, string, readonly string[]]): void {
  const [block, key, branch, branches] = given;
  if (branches.includes(branch)) return;
  if (branch === "") {
    block.problem(key, `a merge request needs a ${key}, or diffs`);
    return;
  }
  block.problem(key, `there is no branch "${branch}"`, didYouMean(branch, branches));
}

function optionalFlag(block: SeedBlock, key: string): boolean | null {
  return block.value(key) === null ? null : block.flag(key);
}

function readReviewers(block: SeedBlock): readonly Reviewer[] {
  const value = block.value("reviewers");
  if (!isJsonObject(value)) {
    return block
      .usernames("reviewers")
      .map((username) => ({ username, state: "unreviewed" as const }));
  }
  const reviewers = block.block("reviewers");
  return Object.entries(value).flatMap(([username, state]) => {
    if (state === null) return [];
    if (!block.context.users.includes(username)) {
      const hint = didYouMean(username, block.context.users);
      reviewers.problem(username, `there is no user "${username}"`, hint);
    }
    return [{ username, state: reviewStates.find((each) => each === state) ?? "unreviewed" }];
  });
}

function readDiff(block: SeedBlock): FileDiff {
  const newPath = block.text("new_path", block.text("old_path", ""));
  const kinds = [
    ["new_file", "new"],
    ["deleted_file", "deleted"],
    ["renamed_file", "renamed"],
  ] as const;
  return {
    oldPath: block.text("old_path", newPath),
    newPath,
    kind: kinds.find(([key]) => block.flag(key))?.[1] ?? "changed",
    diff: block.text("diff", ""),
  };
}

/** Plain comments first, as nothing tells when they were written between threads but their times. */
function readDiscussions(block: SeedBlock, name: string): readonly Discussion[] {
  const plain = block.list("notes").map((note) => {
    const read = readNote(note);
    return discussionOf({ id: discussionId(name, read.id), notes: [read], isIndividual: true });
  });
  const threads = block.list("discussions").map((thread): Discussion => {
    const notes = thread.list("notes").map(readNote);
    const id = thread.optionalText("id") ?? discussionId(name, notes[0]?.id ?? 0);
    return {
      id,
      isIndividual: false,
      isResolved: thread.flag("resolved"),
      resolvedBy: thread.optionalUser("resolved_by") ?? null,
      position: readPosition(thread),
      notes,
    };
  });
  return [...plain, ...threads];
}

/** A discussion that nobody resolved. */
export function discussionOf({
  id,
  notes,
  isIndividual,
  position = null,
}: {
  readonly id: string;
  readonly notes: readonly Note[];
  readonly isIndividual: boolean;
  readonly position?: Position | null;
}): Discussion {
  return { id, isIndividual, isResolved: false, resolvedBy: null, position, notes };
}

/** An id of the look of GitLab's, which follows from the first comment. */
export function discussionId(mergeRequest: string, note: number): string {
  return sha1Hex(`${mergeRequest}:${String(note)}`);
}

function readNote(block: SeedBlock): Note {
  return {
    id: block.id("note"),
    author: block.user("author"),
    body: block.text("body", ""),
    createdAt: block.time("created_at"),
    isSystem: block.flag("system"),
    isInternal: block.flag("internal"),
  };
}

function readPosition(block: SeedBlock): Position | null {
  if (!isJsonObject(block.value("position"))) return null;
  const position = block.block("position");
  const newPath = position.text("new_path", position.text("old_path", ""));
  return {
    oldPath: position.text("old_path", newPath),
    newPath,
    oldLine: position.number("old_line") ?? null,
    newLine: position.number("new_line") ?? null,
  };
}
