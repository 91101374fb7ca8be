import type { Interval } from "../statistics/interval.ts";

/** What can be said of B beside A. `not_worse` is by no more than the margin that was declared. */
export type ComparisonVerdict = "better" | "worse" | "not_worse" | "undecided" | "not_comparable";

/** One metric over the same cases of two systems. */
export interface MetricResult {
  /** `pass_rate`, `score.correctness`, `latency`. */
  readonly metric: string;
  /** `share`, `grade`, `ms`, `tokens`, `usd`, `calls`. */
  readonly unit: string;
  readonly a: number | null;
  readonly b: number | null;
  /** B - A, in the unit. */
  readonly difference: number | null;
  /** B / A, where the interval is that of the ratio. */
  readonly ratio?: number;
  /** The 95 % interval, of `ratio` where there is one, of `b` for a preference, else of `difference`; null where the cases cannot tell. */
  readonly low: number | null;
  readonly high: number | null;
  /** Of a preference: the 90 % interval of `b`, whose ends gates hold against their bound. */
  readonly oneSided?: Interval;
  /** Of a preference: the same if every missing case were lost, and if each were won. */
  readonly oneSidedBounds?: { readonly worst: Interval; readonly best: Interval };
  /** What was declared beforehand: the loss in the unit, or the largest ratio, that is put up with. */
  readonly margin?: number;
  readonly verdict: ComparisonVerdict;
  /** B is worse for certain, though by no more than the margin. */
  readonly worseWithinMargin?: boolean;
  /** Cases that were compared. */
  readonly pairs: number;
  /** Cases that both have, and of which one of them lacks the value. */
  readonly missing: number;
  /** Cases that both have and that cannot be compared in this metric. */
  readonly leftOut?: number;
  /** The difference if every missing case were against B, and if each were for it; of pass rates. */
  readonly bounds?: { readonly worst: number; readonly best: number };
  /** Two-sided, of the hypothesis that nothing differs; no headline, and least of all of few cases. */
  readonly p?: number;
  /** The same as one of many looks at the same data (Benjamini and Hochberg); in tables by tag. */
  readonly adjustedP?: number;
  /** The smallest difference in the unit, or ratio above 1, that so many cases find with 80 % power. */
  readonly detectable?: number;
  /** About how many more cases would decide it, when it is undecided and that can be told. */
  readonly needCases?: number;
  /** What a reader must know beside the numbers. */
  readonly note?: string;
}

/** A metric of which no pair has both values. */
export function nothingMeasured(
  { metric, unit }: Pick<MetricResult, "metric" | "unit">,
  missing: number,
  note: string = "nobody has measured it",
): MetricResult {
  return {
    metric,
    unit,
    a: null,
    b: null,
    difference: null,
    low: null,
    high: null,
    verdict: "not_comparable",
    pairs: 0,
    missing,
    note,
  };
}
