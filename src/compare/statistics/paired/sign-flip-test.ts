import type { Random } from "../../../core/random.ts";
import { checkCounts, checkFinite } from "../check-numbers.ts";
import { sum } from "../mean.ts";

/** How the flips are drawn where there are too many to try all. */
export interface SignFlipSettings {
  readonly random: Random;
  /** 10,000 unless said. */
  readonly flips?: number;
}

/** The sign-flip test of differences. */
export interface SignFlipTest {
  readonly twoSided: number;
  /** Whether all flips were tried; else they were drawn. */
  readonly exact: boolean;
  readonly nonZero: number;
}

/** 2²⁰ flips are tried in a blink; more differences are sampled. */
const exactUpTo = 20;

/**
 * The sign-flip (paired permutation) test of one difference B - A a case: if A and B were alike, each
 * difference could as well have the other sign; p is the share of all flips whose sum lies at least as
 * far from 0 as the observed one. Assumes nothing of the distribution but that. All 2ᵐ flips of the m
 * differences that are not 0 up to m = 20, else p = (1 + hits)/(1 + flips) of seeded ones. R. A. Fisher,
 * "The Design of Experiments" (1935). Without differences p is 1.
 */
export function signFlipTest(
  differences: readonly number[],
  { random, flips = 10_000 }: SignFlipSettings,
): SignFlipTest {
  checkFinite("a difference", differences);
  checkCounts("a number of flips", [flips]);
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  // Sums that differ by rounding alone are the same sum.
  const far = Math.abs(sum(differences)) - 1e-9 * sum(sizes);
  const exact = sizes.length <= exactUpTo;
  const twoSided = exact ? shareOfAll(sizes, far) : shareOfDrawn(sizes, { far, random, flips });
  return { twoSided, exact, nonZero: sizes.length };
}

function shareOfAll(sizes: readonly number[], far: number): number {
  const count = (place: number, total: number): number => {
    const size = sizes[place];
    if (size === undefined) return Math.abs(total) >= far ? 1 : 0;
    return count(place + 1, total + size) + count(place + 1, total - size);
  };
  return count(0, 0) / 2 ** sizes.length;
}

function shareOfDrawn(
  sizes: readonly number[],
  { far, random, flips }: Required<SignFlipSettings> & { readonly far: number },
): number {
  let hits = 1;
  for (let drawn = 0; drawn < flips; drawn += 1) {
    let total = 0;
    for (const size of sizes) total += random.next() < 0.5 ? size : -size;
    if (Math.abs(total) >= far) hits += 1;
  }
  return hits / (1 + flips);
}
