import type { PairedOutcomes } from "./paired-outcomes.ts";

/** One case on both systems; undefined where judge or infrastructure failed, so that nobody knows. */
export interface PairedCase {
  readonly a: boolean | undefined;
  readonly b: boolean | undefined;
}

/** The counted pairs, and what they would be at worst and at best for B if the missing were known. */
export interface CountedPairs {
  /** Only cases that both systems have. */
  readonly complete: PairedOutcomes;
  /** How many cases one of the systems lacks. */
  readonly missing: number;
  /** Missing counts as passed for A and failed for B. */
  readonly worst: PairedOutcomes;
  /** Missing counts as failed for A and passed for B. */
  readonly best: PairedOutcomes;
}

/**
 * Counts the cases of two systems. An error is no failed answer: a case that either system lacks is left
 * out of both, and the two extreme ways to fill the gaps bound what that may hide.
 */
export function pairOutcomes(cases: readonly PairedCase[]): CountedPairs {
  const complete = cases.filter(({ a, b }) => a !== undefined && b !== undefined);
  return {
    complete: count(complete, { a: false, b: false }),
    missing: cases.length - complete.length,
    worst: count(cases, { a: true, b: false }),
    best: count(cases, { a: false, b: true }),
  };
}

function count(
  cases: readonly PairedCase[],
  missing: { readonly a: boolean; readonly b: boolean },
): PairedOutcomes {
  const counts = { bothPass: 0, onlyA: 0, onlyB: 0, bothFail: 0 };
  for (const { a = missing.a, b = missing.b } of cases) {
    if (a && b) counts.bothPass += 1;
    else if (a) counts.onlyA += 1;
    else if (b) counts.onlyB += 1;
    else counts.bothFail += 1;
  }
  return counts;
}
