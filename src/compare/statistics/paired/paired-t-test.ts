import type { Interval } from "../interval.ts";
import { meanInterval } from "../rates/mean-interval.ts";
import { studentProbability, studentTwoSided } from "../special/student-t.ts";

/** The paired t test of differences B - A, in the unit of the differences. */
export interface PairedTTest {
  readonly cases: number;
  readonly mean: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly twoSided: number;
  /** Small where B is higher than A. */
  readonly higher: number;
  /** Small where B is lower than A. */
  readonly lower: number;
  /** Below 15 cases look at a sign-flip test too. */
  readonly few: boolean;
}

/**
 * Student's paired t test of one difference B - A a case (scores, or means over a case's trials), against
 * no difference: t = mean/(s/√n) with n - 1 degrees of freedom. The cases are independent, the
 * differences not too skewed; good from about 15 cases. "Student", "The Probable Error of a Mean",
 * Biometrika 6 (1908), 1-25. Undefined below two cases and where all differences are the same: then
 * nothing shows how much they vary.
 */
export function pairedTTest(
  differences: readonly number[],
  confidence = 0.95,
): PairedTTest | undefined {
  const estimate = meanInterval(differences, confidence);
  if (estimate?.interval === undefined || !estimate.standardError) return undefined;
  const { cases, mean, standardError, interval, few } = estimate;
  const t = mean / standardError;
  const degreesOfFreedom = cases - 1;
  return {
    cases,
    mean,
    standardError,
    interval,
    t,
    degreesOfFreedom,
    twoSided: studentTwoSided(t, degreesOfFreedom),
    higher: studentProbability(-t, degreesOfFreedom),
    lower: studentProbability(t, degreesOfFreedom),
    few,
  };
}
