import { checkPassCount, type PassCount } from "../pass-count.ts";
import { logBinomial } from "../special/binomial.ts";

/** Fisher's p-values of the hypothesis that two groups pass equally often. */
export interface FisherTest {
  readonly twoSided: number;
  /** Small where the first group passes more often than the second. */
  readonly firstHigher: number;
  /** Small where the second group passes more often than the first. */
  readonly secondHigher: number;
}

/** Tables as unlikely as the observed one but for rounding count as equally unlikely. */
const rounding = 1 + 1e-7;

/**
 * Fisher's exact test of two independent groups (cases of two suites, trials of one case before and
 * after): sums the hypergeometric chances of the tables with the same margins that lie at least as far
 * to one side or, two-sided, that are at most as likely. R. A. Fisher, "Statistical Methods for Research
 * Workers" (1934). An empty group tells nothing: every p is 1.
 */
export function fisherExactTest(first: PassCount, second: PassCount): FisherTest {
  checkPassCount(first);
  checkPassCount(second);
  const passed = first.passed + second.passed;
  const chance = (own: number): number =>
    Math.exp(
      logBinomial(first.total, own) +
        logBinomial(second.total, passed - own) -
        logBinomial(first.total + second.total, passed),
    );
  const observed = chance(first.passed) * rounding;
  const p = { twoSided: 0, firstHigher: 0, secondHigher: 0 };
  const most = Math.min(first.total, passed);
  for (let own = Math.max(0, passed - second.total); own <= most; own += 1) {
    const share = chance(own);
    if (share <= observed) p.twoSided += share;
    if (own >= first.passed) p.firstHigher += share;
    if (own <= first.passed) p.secondHigher += share;
  }
  return {
    twoSided: Math.min(1, p.twoSided),
    firstHigher: Math.min(1, p.firstHigher),
    secondHigher: Math.min(1, p.secondHigher),
  };
}
