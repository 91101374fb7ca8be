import type { ComparisonVerdict } from "../metrics/metric-result.ts";
import type { LengthStrata } from "../statistics/preference/length-strata.ts";
import type { PairwiseCase } from "./pairwise-case.ts";
import type { StyleDifferences } from "./style-differences.ts";

/** A share with its 95 % interval, and of how many. */
export interface CountedShare {
  /** In [0, 1]. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly total: number;
}

/** What a judge's preferences come to over the cases. `a` and `b` as in the comparison. */
export interface PairwiseTally {
  /** Cases with a result. */
  readonly pairs: number;
  /** Cases without one, as the judge or its provider failed. */
  readonly missing: number;
  /** Of B. */
  readonly wins: number;
  readonly losses: number;
  /** With the inconsistent ones. */
  readonly ties: number;
  /** Cases of which the two orders said different things. */
  readonly inconsistent: number;
  /** Of B, (wins + ties/2) / pairs, with Tango's 95 % interval; null without a case. */
  readonly winRate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** (wins - losses) / pairs. */
  readonly net: number | null;
  /** Two-sided sign test of wins against losses. */
  readonly p: { readonly exact: number; readonly midP: number };
  /** The win rate if every missing case were lost, and if each were won; only where cases are missing. */
  readonly bounds?: { readonly worst: number; readonly best: number };
  /** Of the cases that were asked about, those judged the same in both orders; null where none was. */
  readonly consistency: CountedShare | null;
  /** Cohen's kappa between the orders; null where only one preference occurs. */
  readonly kappa: number | null;
  /** Of the judgments that were no tie, those that the answer shown first won; ½ is no bias. */
  readonly firstSlot: (CountedShare & { readonly p: number }) | null;
  /** Less than 70 % consistency, and nobody should rely on it. */
  readonly reliable: boolean;
  /** Held against a win rate of ½. */
  readonly verdict: ComparisonVerdict;
  /** About how many more cases would decide it, where that can be told. */
  readonly needCases?: number;
}

/** The same once more, on answers of which nothing but the words is left. */
export interface PairwiseStyle {
  readonly tally: PairwiseTally;
  /** Cases in which neither answer had anything to take away: their judgments are the same ones. */
  readonly untouched: number;
  /** Whether the verdict without style is another one. */
  readonly verdictChanges: boolean;
  /** Names (`suite/case`) of cases whose winner is another one without style. */
  readonly changed: readonly string[];
  readonly differences: StyleDifferences;
  /** Preferences as answered by whether B is longer, about as long, or shorter (in characters of words). */
  readonly byLength: LengthStrata;
  /** The win rate at equal length (a model's estimate); null below 100 cases and where it cannot be told. */
  readonly lengthControlledWinRate: number | null;
}

/** Who preferred, and how it was asked. */
export interface PairwiseJudge {
  /** Full name of the model. */
  readonly model: string;
  /** Of template, schema, model and parameters: two results are comparable if it is the same. */
  readonly fingerprint: string;
  /** Whether a script played the judge. */
  readonly scripted: boolean;
  /** Decides for each case which order is asked first. */
  readonly seed: number;
}

/** What the judging cost, and why it may have stopped. */
export interface PairwiseSpending {
  /** Judgments that were asked for now, and that were there from before. */
  readonly asked: number;
  readonly reused: number;
  /** Of what was asked now, in US dollars; null when a price is not known. */
  readonly costUsd: number | null;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Two systems' answers held against each other by a judge that knows neither. */
export interface PairwiseResult extends PairwiseTally {
  readonly judge: PairwiseJudge;
  /** In suite, case order. */
  readonly cases: readonly PairwiseCase[];
  readonly style: PairwiseStyle;
  readonly spending: PairwiseSpending;
  /** What a reader must know beside the numbers, one line each: unreliable, scripted, cut short. */
  readonly notes: readonly string[];
  /** Left out where everything was asked. */
  readonly stopped?: "interrupted" | "cost" | "time" | "errors";
}
