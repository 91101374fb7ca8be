import { checkCounts, checkShare } from "../check-numbers.ts";

/** The chance that at least one of that many independent tests at level `alpha` raises a false alarm: 1 - (1 - α)ᵐ. */
export function familyFalseAlarm(tests: number, alpha = 0.05): number {
  checkCounts("a number of tests", [tests]);
  checkShare("a level", alpha);
  return -Math.expm1(tests * Math.log1p(-alpha));
}
