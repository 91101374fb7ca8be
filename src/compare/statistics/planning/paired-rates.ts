import { checkCounts } from "../check-numbers.ts";
import { bisect } from "../special/bisect.ts";
import { normalProbability } from "../special/normal-probability.ts";
import { levelQuantiles, type TestLevel } from "./test-level.ts";

/** What is expected of two systems on the same cases. */
export interface ExpectedDifference {
  /** The difference of the pass rates, its sign does not matter; not 0, and no larger than `discordance`. */
  readonly difference: number;
  /** The share ψ in (0, 1] of cases that only one of them passes; from an earlier run, best of one system against itself. */
  readonly discordance: number;
}

/**
 * How many pairs McNemar's test needs to find a difference D where a share ψ of the cases differs (Connor):
 *
 *     n = (z(α/2)·√ψ + z(power)·√(ψ - D²))² / D²
 *
 * not rounded up. R. J. Connor, "Sample Size for Testing Differences in Proportions for the Paired-Sample
 * Design", Biometrics 43 (1987), 207-211. Throws a RangeError where D is 0 or larger than ψ.
 */
export function pairsNeeded(expected: ExpectedDifference, level: TestLevel = {}): number {
  checkExpected(expected);
  const z = levelQuantiles(level);
  const size = Math.abs(expected.difference);
  return ((z.level * Math.sqrt(expected.discordance) + z.power * spread(expected)) / size) ** 2;
}

/** The chance that McNemar's test at level `alpha` finds the difference with that many pairs (Connor). */
export function pairedPower(
  expected: ExpectedDifference,
  pairs: number,
  { alpha = 0.05 }: Pick<TestLevel, "alpha"> = {},
): number {
  checkExpected(expected);
  checkCounts("a number of pairs", [pairs]);
  const z = levelQuantiles({ alpha });
  const size = Math.abs(expected.difference);
  const above = size * Math.sqrt(pairs) - z.level * Math.sqrt(expected.discordance);
  const deviation = spread(expected);
  // Where all differ the same way the numerator alone decides.
  if (deviation === 0) return above > 0 ? 1 : 0;
  return normalProbability(above / deviation);
}

/**
 * The smallest difference that McNemar's test finds with that many pairs, at the level and with the power
 * given, where a share ψ of the cases differs. Undefined where even ψ, the largest possible, would not do.
 */
export function detectableDifference(
  discordance: number,
  pairs: number,
  level: TestLevel = {},
): number | undefined {
  checkExpected({ difference: discordance, discordance });
  checkCounts("a number of pairs", [pairs]);
  const enough = (difference: number): boolean =>
    pairsNeeded({ difference, discordance }, level) <= pairs;
  if (!enough(discordance)) return undefined;
  return bisect(discordance * 1e-9, discordance, enough);
}

function spread({ difference, discordance }: ExpectedDifference): number {
  return Math.sqrt(Math.max(0, discordance - difference ** 2));
}

function checkExpected({ difference, discordance }: ExpectedDifference): void {
  if (!(discordance > 0 && discordance <= 1)) {
    throw new RangeError(`a discordance is above 0 and at most 1, not ${discordance}`);
  }
  const size = Math.abs(difference);
  if (!(size > 0 && size <= discordance)) {
    throw new RangeError(
      `a difference is not 0 and at most the discordance ${discordance}, not ${difference}`,
    );
  }
}
