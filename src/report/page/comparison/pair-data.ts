import type { Outcome } from "../../../record/index.ts";
import type { StepDifference } from "../../alignment/alignment.ts";
import type { CaseDetail, RowOutcome } from "../data/page-data.ts";

/** What became of a case: from A to B. */
export type PairChange =
  | "broken"
  | "fixed"
  | "worse"
  | "better"
  | "undecided"
  | "both fail"
  | "same"
  | "not compared";

/** A case on one side, in a line. */
export interface PairSide {
  readonly outcome: RowOutcome;
  /** In the order of the trials; empty where only a baseline is known. */
  readonly trials: readonly Outcome[];
  /** Milliseconds; null where it is not known or means nothing. */
  readonly latencyMs: number | null;
}

/** A case of both systems, in a line. */
export interface PairRow {
  readonly suite: string;
  readonly case: string;
  readonly tags: readonly string[];
  readonly critical?: true;
  readonly change: PairChange;
  readonly a: PairSide;
  readonly b: PairSide;
  /** The trial to be looked at first, from 0: one that shows the change. */
  readonly telling: number;
}

/** What the script of the page is given at once. */
export interface PairsData {
  readonly titles: { readonly a: string; readonly b: string };
  readonly pairs: readonly PairRow[];
}

/** Steps of both transcripts that correspond, by their places in them. */
export interface PairStep {
  readonly a?: number;
  readonly b?: number;
  readonly difference?: StepDifference;
}

/** Two trials of a case side by side. */
export interface PairTrial {
  /** From 0, on both sides. */
  readonly trial: number;
  readonly steps: readonly PairStep[];
  /** Places in the steps. */
  readonly divergence?: number;
  readonly actionDivergence?: number;
  /** Steps that are left out at the end of each side; left out where none is. */
  readonly omitted?: { readonly a: number; readonly b: number };
}

/** All of a case on both sides; parsed when somebody opens it. */
export interface PairDetail {
  /** Left out where only a baseline is known. */
  readonly a?: CaseDetail;
  readonly b?: CaseDetail;
  readonly trials: readonly PairTrial[];
  /** Why there is nothing more of it in the page. */
  readonly leftOut?: string;
}
