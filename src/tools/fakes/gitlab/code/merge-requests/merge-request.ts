import type { FileDiff } from "../repository/show-diff.ts";

export const reviewStates = [
  "unreviewed",
  "review_started",
  "reviewed",
  "requested_changes",
  "approved",
] as const;
export type ReviewState = (typeof reviewStates)[number];

export const mergeRequestStates = ["opened", "closed", "locked", "merged"] as const;
export type MergeRequestState = (typeof mergeRequestStates)[number];

/** Somebody who is asked for a review, and how far it is. */
export interface Reviewer {
  readonly username: string;
  readonly state: ReviewState;
}

/** A line of a merge request's diff. */
export interface Position {
  readonly oldPath: string;
  readonly newPath: string;
  readonly oldLine: number | null;
  readonly newLine: number | null;
}

/** A comment. */
export interface Note {
  readonly id: number;
  /** A username. */
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly isSystem: boolean;
  /** Only members see it. */
  readonly isInternal: boolean;
}

/** Comments that answer each other, or one alone. */
export interface Discussion {
  /** 40 hexadecimal digits. */
  readonly id: string;
  /** A plain comment, which begins no thread. */
  readonly isIndividual: boolean;
  readonly isResolved: boolean;
  /** A username. */
  readonly resolvedBy: string | null;
  readonly position: Position | null;
  readonly notes: readonly Note[];
}

/** A comment of a review that is not published yet. */
export interface DraftNote {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly position: Position | null;
}

export interface MergeRequest {
  readonly id: number;
  readonly iid: number;
  readonly title: string;
  readonly description: string | null;
  readonly state: MergeRequestState;
  readonly sourceBranch: string;
  readonly targetBranch: string;
  readonly author: string;
  readonly assignees: readonly string[];
  readonly reviewers: readonly Reviewer[];
  /** Names, sorted. */
  readonly labels: readonly string[];
  /** A title. */
  readonly milestone: string | null;
  readonly squash: boolean;
  readonly removesSourceBranch: boolean | null;
  readonly allowsCollaboration: boolean;
  readonly isLocked: boolean | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly mergedAt: string | null;
  readonly closedAt: string | null;
  /** Given by the seed instead of following from the branches. */
  readonly diffs: readonly FileDiff[] | undefined;
  readonly discussions: readonly Discussion[];
  readonly drafts: readonly DraftNote[];
}

/** Only threads, and comments on lines, can be resolved. */
export function isResolvable({ isIndividual, notes }: Discussion): boolean {
  return !isIndividual && notes[0]?.isSystem !== true;
}

/** Whether a title says that the work is not done. */
export function isDraft(title: string): boolean {
  return /^\s*(\[draft\]|\(draft\)|draft:|draft\s-)/i.test(title);
}
