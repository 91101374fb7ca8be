import { checkFinite } from "../check-numbers.ts";

/** A difference that is not 0, with the rank of its size. */
export interface RankedDifference {
  readonly positive: boolean;
  /** Of the sizes, from 1; ties share the mean of their ranks, so halves occur. */
  readonly rank: number;
}

/** What is done with differences of 0: Pratt ranks them and then drops them, Wilcoxon drops them first. */
export type Zeros = "pratt" | "dropped";

/** Sizes that differ by less than this share of the largest are tied: 0.3 - 0.2 is 0.1. */
const rounding = 1e-9;

/** Ranks the differences by size and leaves out those of 0. */
export function rankedSizes(
  differences: readonly number[],
  zeros: Zeros,
): readonly RankedDifference[] {
  checkFinite("a difference", differences);
  const sizes = differences.map(Math.abs);
  const tolerance = rounding * sizes.reduce((a, b) => Math.max(a, b), 0);
  const sorted = differences
    .map((difference, place) => ({ positive: difference > 0, size: sizes[place] ?? 0 }))
    .filter(({ size }) => zeros === "pratt" || size > tolerance)
    .toSorted((a, b) => a.size - b.size);
  const ranked: RankedDifference[] = [];
  for (let start = 0; start < sorted.length;) {
    const end = endOfTie(sorted, start, tolerance);
    const tied = sorted.slice(start, end).filter(({ size }) => size > tolerance);
    for (const { positive } of tied) ranked.push({ positive, rank: (start + 1 + end) / 2 });
    start = end;
  }
  return ranked;
}

function endOfTie(
  sorted: readonly { readonly size: number }[],
  start: number,
  tolerance: number,
): number {
  let end = start + 1;
  while (end < sorted.length && sizeAt(sorted, end) - sizeAt(sorted, end - 1) <= tolerance) {
    end += 1;
  }
  return end;
}

function sizeAt(sorted: readonly { readonly size: number }[], place: number): number {
  return sorted[place]?.size ?? Infinity;
}
