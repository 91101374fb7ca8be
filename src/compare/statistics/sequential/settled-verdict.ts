import { checkCounts } from "../check-numbers.ts";

/** How far a run has come. */
export interface RunProgress {
  readonly passed: number;
  readonly failed: number;
  readonly remaining: number;
}

/**
 * The verdict that a gate will give whatever the remaining cases bring, undefined while it can still
 * change: then a run may stop early, without any error of its own (curtailment). `verdict` judges a
 * finished run; more passes may only ever move it one way, so the two extremes settle it. Compared by
 * identity: return a text or a boolean.
 */
export function settledVerdict<T>(
  { passed, failed, remaining }: RunProgress,
  verdict: (passed: number, total: number) => T,
): T | undefined {
  checkCounts("a number of cases", [passed, failed, remaining]);
  const total = passed + failed + remaining;
  const worst = verdict(passed, total);
  return worst === verdict(passed + remaining, total) ? worst : undefined;
}
