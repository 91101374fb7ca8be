import type { Outcome } from "./outcome.ts";
import { type CaseTerms, isDecidedAgainst } from "./settle-case.ts";

interface Numbered {
  readonly trial: number;
  readonly outcome: Outcome;
}

/** How many trials passed, and how many the agent lost. */
interface Score {
  readonly passed: number;
  readonly lost: number;
}

/** Whether these trials settle their case, whatever the others come to. */
export function isSettledBy({ passed, lost }: Score, { trials, require }: CaseTerms): boolean {
  return passed >= require || trials - lost < require;
}

/** The trials of a case by whether they count. */
export interface CountedTrials<T> {
  readonly counted: readonly T[];
  /** Were under way when the others settled the case. */
  readonly surplus: readonly T[];
}

/**
 * Of the trials of a case that stops when it is settled, those up to the one that settled it: in the order
 * of their numbers and without a gap, so that it does not matter which of them was done first.
 *
 * @param sorted by number.
 */
export function countTrials<T extends Numbered>(
  sorted: readonly T[],
  terms: CaseTerms,
): CountedTrials<T> {
  const end = settledAfter(sorted, terms) ?? sorted.length;
  return { counted: sorted.slice(0, end), surplus: sorted.slice(end) };
}

function settledAfter(sorted: readonly Numbered[], terms: CaseTerms): number | undefined {
  let passed = 0;
  let lost = 0;
  for (const [index, { trial, outcome }] of sorted.entries()) {
    if (trial !== index) return undefined;
    if (outcome === "pass") passed += 1;
    else if (isDecidedAgainst(outcome)) lost += 1;
    if (isSettledBy({ passed, lost }, terms)) return index + 1;
  }
  return undefined;
}
