import { checkShare } from "../check-numbers.ts";
import { normalQuantile } from "../normal-quantile.ts";

/** The level of a two-sided test (0.05 unless said) and the chance to find what is there (0.8 unless said). */
export interface TestLevel {
  readonly alpha?: number;
  readonly power?: number;
}

/** The normal quantiles of a level and a power; throws a RangeError where they are not between 0 and 1. */
export function levelQuantiles({ alpha = 0.05, power = 0.8 }: TestLevel): {
  readonly level: number;
  readonly power: number;
} {
  checkShare("a level", alpha);
  checkShare("a power", power);
  return { level: normalQuantile(1 - alpha / 2), power: normalQuantile(power) };
}
