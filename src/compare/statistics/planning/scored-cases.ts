import { checkCounts, checkFinite } from "../check-numbers.ts";
import { levelQuantiles, type TestLevel } from "./test-level.ts";

/** How much scores vary, in squares of their unit. */
export interface ScoreVariance {
  /** ω²: the variance over cases of the difference of the true scores, Var(A) + Var(B) - 2 Cov(A, B). */
  readonly betweenCases: number;
  /** σ² of a single trial around its case's score, for each system; 0 if left out. */
  readonly withinA?: number;
  readonly withinB?: number;
  /** Trials a case; 1 if left out. */
  readonly trialsA?: number;
  readonly trialsB?: number;
}

/**
 * How many cases a paired comparison of scores needs to find a difference D, not rounded up; add 2 for t:
 *
 *     n = (z(α/2) + z(power))² · (ω² + σ²(A)/K(A) + σ²(B)/K(B)) / D²
 *
 * E. Miller, "Adding Error Bars to Evals" (2024), arXiv:2411.00640. Throws a RangeError where D is 0.
 */
export function scoredCasesNeeded(
  difference: number,
  variance: ScoreVariance,
  level: TestLevel = {},
): number {
  checkFinite("a difference", [difference]);
  if (difference === 0) throw new RangeError("a difference of 0 cannot be found");
  return (quantiles(level) ** 2 * ofOneCase(variance)) / difference ** 2;
}

/** The smallest difference of scores that a paired comparison of that many cases finds, in their unit. */
export function detectableScoreDifference(
  cases: number,
  variance: ScoreVariance,
  level: TestLevel = {},
): number {
  checkCounts("a number of cases", [cases]);
  if (cases === 0) return Infinity;
  return quantiles(level) * Math.sqrt(ofOneCase(variance) / cases);
}

function quantiles(level: TestLevel): number {
  const z = levelQuantiles(level);
  return z.level + z.power;
}

function ofOneCase(variance: ScoreVariance): number {
  const { betweenCases, withinA = 0, withinB = 0, trialsA = 1, trialsB = 1 } = variance;
  for (const part of [betweenCases, withinA, withinB]) {
    if (!(part >= 0 && part < Infinity))
      throw new RangeError(`a variance is 0 or more, not ${part}`);
  }
  checkCounts("a number of trials", [trialsA, trialsB]);
  if (trialsA === 0 || trialsB === 0) throw new RangeError("a case has at least one trial");
  return betweenCases + withinA / trialsA + withinB / trialsB;
}
