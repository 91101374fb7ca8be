import type { JsonObject, JsonValue } from "../core/json.ts";
import type { Usage } from "../model/index.ts";
import type { Outcome } from "./outcome.ts";

export type CheckOutcome = "pass" | "fail" | "undecided";

export interface CheckRecord {
  /** Unique in the case: `called#1`, `judge#2`. */
  readonly id: string;
  readonly check: string;
  readonly judged: boolean;
  readonly outcome: CheckOutcome;
  /** One line for a table; what was expected and what was found. */
  readonly message: string;
  /** Several lines: the aligned comparison, the judge's reasoning with its evidence. */
  readonly details?: string;
  /** What a rubric came to, where it was graded. */
  readonly score?: ScoreRecord;
  /** Who judged, what exactly, and how. */
  readonly judgment?: JudgmentRecord;
  /** How it was decided each time the same was judged; the first is the one that counts. */
  readonly repeats?: readonly CheckOutcome[];
}

/** A grade on a scale from 1. */
export interface ScoreRecord {
  readonly rubric: string;
  readonly grade: number;
  /** The best grade. */
  readonly of: number;
  /** The grade from which the check passes. */
  readonly atLeast: number;
}

/** How a judged check was decided, with all that is needed to judge it again. */
export interface JudgmentRecord {
  /** The statement as it was judged, whole; of a rubric its question. */
  readonly criterion: string;
  readonly rubric?: RubricRecord;
  /** Of everything that decides besides the record: two judgments are comparable if it is the same. */
  readonly fingerprint: string;
  /** The same whatever is asked: template, schema, models, parameters; what a calibration is of. */
  readonly judge: string;
  /** After which turn it was judged, from 0; at the end of the trial, where it is left out. */
  readonly turn?: number;
  /** The judge, or the models of a panel. */
  readonly judges: readonly JudgeRecord[];
}

export interface RubricRecord {
  readonly name: string;
  /** What the grades mean, by grade; left out for rubrics of ours, whose name says it. */
  readonly grades?: Readonly<Record<string, string>>;
  readonly atLeast: number;
}

/** A verdict on a criterion, or a grade of a rubric. */
export type OpinionRecord = "met" | "not_met" | "cannot_tell" | number;

/** What one judge said of one check. */
export interface JudgeRecord {
  readonly model: string;
  /** Hash of template, schema, model, parameters and everything that was asked in the same request. */
  readonly fingerprint: string;
  /** What its votes come to. */
  readonly verdict: OpinionRecord;
  readonly votes: readonly VoteRecord[];
}

/** One answer of a judge, or why there is none. */
export type VoteRecord =
  | {
      readonly verdict: OpinionRecord;
      readonly evidence: string;
      /** Where the evidence stands: `answer`, `result of call 2`, `question`. */
      readonly from: readonly string[];
      readonly reasoning: string;
    }
  | { readonly error: string };

export interface CallRecord {
  readonly component: string;
  readonly tool: string;
  readonly args: JsonObject;
  readonly effectiveArgs?: JsonObject;
  readonly isError: boolean;
}

/** A request that the calls of a trial would have made of an instance of GitLab. */
export interface ApiRequestRecord {
  readonly method: string;
  /** From the instance's address: `/api/v4/projects/shop%2Fweb/issues/7`. */
  readonly path: string;
  readonly body?: JsonValue;
}

/** Replies of agent and judge that nobody was asked for, because they were known. */
export interface CachedReplies {
  readonly replies: number;
  /** US dollars that they would have cost; null where a price is not known. */
  readonly savedUsd: number | null;
}

/** The models that answered, as they call themselves; sorted. */
export interface ServedModels {
  readonly agent: readonly string[];
  readonly judge: readonly string[];
}

/** A finished trial, complete enough that no report needs anything else. */
export interface TrialRecord {
  readonly trial: number;
  readonly outcome: Outcome;
  /** Why, when the outcome is not `pass`, in one line. */
  readonly reason?: string | undefined;
  /** A mock to paste, a repair to make. */
  readonly hint?: string | undefined;
  readonly checks: readonly CheckRecord[];
  readonly calls: readonly CallRecord[];
  /** What a fake GitLab was asked, in order; left out where nothing was. */
  readonly apiRequests?: readonly ApiRequestRecord[] | undefined;
  readonly status: string;
  readonly route: readonly string[];
  readonly answer: string;
  /**
   * What the target did not tell: `calls`, `replies`, `route`, `status`, `times`, `usage`. It is empty or zero
   * here and means nothing. Left out where everything is known.
   */
  readonly unknown?: readonly string[] | undefined;
  readonly turns: number;
  readonly replies: number;
  readonly activeMs: number;
  readonly waitMs: number;
  readonly firstTokenMs: number | null;
  readonly usage: Usage;
  readonly judgeUsage: Usage;
  /** Left out where only scripts answered, or nobody did. */
  readonly servedModels?: ServedModels | undefined;
  /** US dollars for agent and judge; null when a price is not known. */
  readonly costUsd: number | null;
  /**
   * The agent's alone, at the full price of what came from the cache; null when a price is not known. Left out where
   * it follows from the others: see `agentCost`.
   */
  readonly agentCostUsd?: number | null | undefined;
  /** Where `costUsd` is null: what is known of it, and which models have no known price. */
  readonly atLeastUsd?: number | undefined;
  readonly unpriced?: readonly string[] | undefined;
  /** Replies that came from the cache. They are in `usage`, and neither in the costs nor in the times. */
  readonly cached?: CachedReplies | undefined;
}
