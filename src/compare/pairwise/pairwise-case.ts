import type { Preference } from "../statistics/preference/reconcile-orders.ts";
import type { AnswerLook } from "./style-differences.ts";

/** One judgment: what the judge said when it saw the two answers in one order. */
export interface PairwiseOrder {
  /** Whose answer was shown first. */
  readonly first: "a" | "b";
  /** Null where there is no usable judgment. */
  readonly prefers: Preference | null;
  readonly reasoning: string;
  /** Quoted from the answers; empty where nothing was. */
  readonly evidence: string;
  /** Why there is none. */
  readonly error?: { readonly cause: "judge" | "infra"; readonly message: string };
}

/** What the two orders come to. */
export interface PairwisePreferred {
  /** Null where a judgment is missing. */
  readonly winner: Preference | null;
  /** The two orders did not agree; then it is a tie. */
  readonly inconsistent: boolean;
  /** In the order in which they were asked; none where the answers are the same to the letter. */
  readonly orders: readonly PairwiseOrder[];
  /** Both answers are the same to the letter: a tie without being asked. */
  readonly identical: boolean;
}

/** One case that both systems answered. */
export interface PairwiseCase extends PairwisePreferred {
  readonly suite: string;
  readonly case: string;
  readonly tags: readonly string[];
  /** The trial that stands for the case on each side, from 0. */
  readonly trials: { readonly a: number; readonly b: number };
  /** Why, in one line for a table: the judge's words of the judgment that was asked first. */
  readonly reasoning: string;
  /** The same on answers without their style. */
  readonly style: PairwisePreferred;
  /** Neither answer had any style to take away: the judgments without it are the same ones. */
  readonly untouched: boolean;
  readonly look: { readonly a: AnswerLook; readonly b: AnswerLook };
}
