import { pairCount, type PairedOutcomes } from "./paired-outcomes.ts";
import { signTest, type SignPValues } from "./sign-test.ts";

/** McNemar's p-values of the hypothesis that A and B pass equally often. */
export interface McnemarTest {
  readonly twoSided: SignPValues;
  /** Small where B passes less often than A; the alarm of a regression gate. */
  readonly worse: SignPValues;
  /** Small where B passes more often than A. */
  readonly better: SignPValues;
}

/**
 * McNemar's test of two systems on the same independent cases: the sign test of the cases that only one
 * of them passes. Report the mid-p value. Q. McNemar, Psychometrika 12 (1947), 153-157; for mid-p M. W.
 * Fagerland, S. Lydersen and P. Laake, "The McNemar Test for Binary Matched-Pairs Data", BMC Medical
 * Research Methodology 13 (2013), 91. Without cases that differ every p is 1.
 */
export function mcnemarTest(outcomes: PairedOutcomes): McnemarTest {
  pairCount(outcomes);
  const broken = signTest(outcomes.onlyA, outcomes.onlyB);
  return {
    twoSided: broken.twoSided,
    worse: broken.oneSided,
    better: signTest(outcomes.onlyB, outcomes.onlyA).oneSided,
  };
}
