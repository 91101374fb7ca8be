import { checkCounts } from "../check-numbers.ts";
import { binomialAtMost, binomialProbability } from "../special/binomial.ts";

/** A p-value in two readings: exact (never too small), and mid-p (half of the observed value's chance less). */
export interface SignPValues {
  readonly exact: number;
  readonly midP: number;
}

/** The sign test of `more` against `fewer`. */
export interface SignTest {
  readonly twoSided: SignPValues;
  /** Of the hypothesis that `more` is not really more. */
  readonly oneSided: SignPValues;
}

/**
 * The sign test: how surprising `more` ups against `fewer` downs are where both are equally likely. Ties
 * are left out before. Two-sided exact p = min(1, 2 Σ C(m, i)/2ᵐ for i up to the smaller count), m their
 * sum; mid-p takes away half of the observed split's chance on each side. Exact is conservative (at 50
 * cases its nominal 5 % is 2 %), mid-p close to nominal. H. O. Lancaster, "Significance Tests in Discrete
 * Distributions", JASA 56 (1961), 223-234. Without ups and downs every p is 1.
 */
export function signTest(more: number, fewer: number): SignTest {
  checkCounts("a count", [more, fewer]);
  const fair = { n: more + fewer, p: 0.5 };
  if (fair.n === 0) return { twoSided: { exact: 1, midP: 1 }, oneSided: { exact: 1, midP: 1 } };
  const smaller = Math.min(more, fewer);
  const observed = binomialProbability(smaller, fair);
  const atLeast = binomialAtMost(fewer, fair);
  const tail = binomialAtMost(smaller, fair);
  return {
    twoSided: {
      exact: Math.min(1, 2 * tail),
      midP: more === fewer ? 1 - observed / 2 : Math.max(0, 2 * tail - observed),
    },
    oneSided: { exact: atLeast, midP: Math.max(0, atLeast - observed / 2) },
  };
}
