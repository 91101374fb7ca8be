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
}

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

/** A finished trial, complete enough that no report needs anything else. */
export interface TrialRecord {
  readonly trial: number;
  readonly outcome: Outcome;
  /** Why, when the outcome is not `pass`, in one line. */
  readonly reason?: string;
  /** A mock to paste, a repair to make. */
  readonly hint?: string;
  readonly checks: readonly CheckRecord[];
  readonly calls: readonly CallRecord[];
  /** What a fake GitLab was asked, in order; left out where nothing was. */
  readonly apiRequests?: readonly ApiRequestRecord[];
  readonly status: string;
  readonly route: readonly string[];
  readonly answer: string;
  readonly turns: number;
  readonly replies: number;
  readonly activeMs: number;
  readonly waitMs: number;
  readonly firstTokenMs: number | null;
  readonly usage: Usage;
  readonly judgeUsage: Usage;
  /** US dollars for agent and judge; null when a price is not known. */
  readonly costUsd: number | null;
}
