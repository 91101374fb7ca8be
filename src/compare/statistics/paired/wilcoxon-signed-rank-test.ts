import { sum } from "../mean.ts";
import { normalProbability } from "../special/normal-probability.ts";
import { type RankedDifference, rankedSizes, type Zeros } from "./ranked-sizes.ts";

/** Wilcoxon's signed-rank test of differences B - A. */
export interface SignedRankTest {
  /** The sum of the ranks of the differences above 0. */
  readonly positiveRanks: number;
  readonly twoSided: number;
  /** Small where B is higher than A. */
  readonly higher: number;
  /** Small where B is lower than A. */
  readonly lower: number;
  /** Whether p comes from the exact distribution, else from the normal approximation. */
  readonly exact: boolean;
}

/** Up to here the exact distribution takes milliseconds; beyond, the normal one hardly differs. */
const exactUpTo = 200;

/**
 * Wilcoxon's signed-rank test of one difference B - A a case: whether the positive ones are larger than
 * the negative ones. Assumes that differences spread evenly around their middle. The exact conditional
 * distribution of the rank sum given the ranks (so with ties and zeros too) up to 200 differences that
 * are not 0, beyond the normal approximation. Two-sided p is twice the smaller side. F. Wilcoxon,
 * Biometrics Bulletin 1 (1945), 80-83; zeros after J. W. Pratt, JASA 54 (1959), 655-667. Without
 * differences every p is 1.
 */
export function wilcoxonSignedRankTest(
  differences: readonly number[],
  zeros: Zeros = "pratt",
): SignedRankTest {
  const ranked = rankedSizes(differences, zeros);
  const positiveRanks = sum(ranked.map(({ positive, rank }) => (positive ? rank : 0)));
  const exact = ranked.length <= exactUpTo;
  const { higher, lower } = exact
    ? exactSides(ranked, positiveRanks)
    : normalSides(ranked, positiveRanks);
  return {
    positiveRanks,
    twoSided: Math.min(1, 2 * Math.min(higher, lower)),
    higher,
    lower,
    exact,
  };
}

interface Sides {
  readonly higher: number;
  readonly lower: number;
}

/** Adds the ranks one by one, each to half of the sums so far; doubled, they are whole numbers. */
function exactSides(ranked: readonly RankedDifference[], observed: number): Sides {
  const doubled = ranked.map(({ rank }) => Math.round(2 * rank));
  const chances = new Float64Array(sum(doubled) + 1);
  chances[0] = 1;
  let highest = 0;
  for (const rank of doubled) {
    highest += rank;
    for (let total = highest; total >= 0; total -= 1) {
      const without = chances[total] ?? 0;
      const withRank = total >= rank ? (chances[total - rank] ?? 0) : 0;
      chances[total] = (without + withRank) / 2;
    }
  }
  const place = Math.round(2 * observed);
  return { higher: sum(chances.subarray(place)), lower: sum(chances.subarray(0, place + 1)) };
}

function normalSides(ranked: readonly RankedDifference[], observed: number): Sides {
  const middle = sum(ranked.map(({ rank }) => rank)) / 2;
  const deviation = Math.sqrt(sum(ranked.map(({ rank }) => rank ** 2))) / 2;
  const z = (observed - middle) / deviation;
  return { higher: normalProbability(-z), lower: normalProbability(z) };
}
