import { checkFinite, checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { mean, sampleVariance } from "../mean.ts";
import { studentQuantile } from "../special/student-t.ts";

/** A mean over cases, how sure it is, and the range of the cases. */
export interface MeanEstimate {
  readonly cases: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** The standard error of the mean; undefined below two cases. */
  readonly standardError: number | undefined;
  /** Undefined below two cases and where all values are the same: they do not show how much they vary. */
  readonly interval: Interval | undefined;
  /** Below 15 cases the interval leans on the values being normal; show the range instead. */
  readonly few: boolean;
}

/** Below this many cases a t interval is not to be trusted with skewed values. */
const enough = 15;

/**
 * The mean of one value a case (scores, or means over a case's trials) with Student's t interval:
 *
 *     mean ± t(1 - α/2; n - 1) · s/√n
 *
 * The cases are independent and not too skewed. The interval is in the unit of the values and not
 * clipped to their scale. "Student", "The Probable Error of a Mean", Biometrika 6 (1908), 1-25.
 * Undefined without values.
 */
export function meanInterval(
  values: readonly number[],
  confidence = 0.95,
): MeanEstimate | undefined {
  checkFinite("a value", values);
  checkShare("a confidence", confidence);
  const cases = values.length;
  if (cases === 0) return undefined;
  const center = mean(values);
  const standardError = cases > 1 ? Math.sqrt(sampleVariance(values) / cases) : undefined;
  const half = standardError
    ? standardError * studentQuantile((1 + confidence) / 2, cases - 1)
    : undefined;
  return {
    cases,
    mean: center,
    lowest: values.reduce((a, b) => Math.min(a, b)),
    highest: values.reduce((a, b) => Math.max(a, b)),
    standardError,
    interval: half === undefined ? undefined : { low: center - half, high: center + half },
    few: cases < enough,
  };
}
