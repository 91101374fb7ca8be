import { checkShare } from "../check-numbers.ts";
import type { PassCount } from "../pass-count.ts";
import { fisherExactTest } from "../rates/fisher-exact-test.ts";

/** What a case's trials now say against its trials before. */
export interface CaseChange {
  /**
   * `not worse`: passes at least as often as before. `regression`: fails more often than chance explains.
   * `flake`: chance explains it, and with the same version it both passes and fails. `undecided`: chance
   * explains it because there are too few trials.
   */
  readonly verdict: "not worse" | "regression" | "flake" | "undecided";
  /** Fisher's one-sided p-value of the hypothesis that the case does not fail more often; 1 without trials. */
  readonly p: number;
}

/**
 * Tells a regression of one case from a flake by Fisher's exact test of its trials before and now, one-sided
 * at level `alpha`; the trials of each side are independent. Below three trials on each side nothing can be
 * told, with three only that all passed and now all fail: gate single cases by policy, not by this.
 */
export function flakeOrRegression(before: PassCount, now: PassCount, alpha = 0.05): CaseChange {
  checkShare("a level", alpha);
  const p = fisherExactTest(before, now).firstHigher;
  if (now.passed * before.total >= before.passed * now.total) return { verdict: "not worse", p };
  // 3 of 3 before and none of 3 now is 0.05 but for rounding.
  if (p <= alpha + 1e-12) return { verdict: "regression", p };
  return { verdict: isMixed(before) || isMixed(now) ? "flake" : "undecided", p };
}

function isMixed({ passed, total }: PassCount): boolean {
  return passed > 0 && passed < total;
}
