import { scoredCasesNeeded } from "../statistics/planning/scored-cases.ts";

/** Beyond this many nobody collects cases; the number says only "far too many". */
const most = 1_000_000;

/** How many cases more than there are, rounded up; undefined where that says nothing. */
export function moreCases(needed: number, present: number): number | undefined {
  const more = Math.ceil(needed) - present;
  return Number.isFinite(more) && more > 0 && more <= most ? more : undefined;
}

/** The formula for scores takes z where Student's t is meant, for which it needs about two cases more. */
const forStudent = 2;

/** The same of scores, or of the logarithms of ratios: from the variance of their differences. */
export function moreScoredCases(
  difference: number,
  { betweenCases, present }: { readonly betweenCases: number; readonly present: number },
): number | undefined {
  if (difference === 0) return undefined;
  return moreCases(scoredCasesNeeded(difference, { betweenCases }) + forStudent, present);
}
