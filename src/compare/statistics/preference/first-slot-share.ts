import { signTest } from "../paired/sign-test.ts";
import { checkPassCount } from "../pass-count.ts";
import { type RateInterval, wilsonInterval } from "../wilson-interval.ts";

/** How often the answer shown first won. */
export interface FirstSlotShare {
  /** In [0, 1]; ½ is no bias. */
  readonly share: number;
  readonly interval: RateInterval;
  /** The two-sided exact binomial p-value of no bias. */
  readonly p: number;
}

/**
 * A judge's position bias: of `decisive` judgments that were no tie, the share that the answer in the
 * first slot won, with Wilson's interval. Undefined without decisive judgments.
 */
export function firstSlotShare(firstWins: number, decisive: number): FirstSlotShare | undefined {
  checkPassCount({ passed: firstWins, total: decisive });
  const interval = wilsonInterval(firstWins, decisive);
  if (!interval) return undefined;
  const p = signTest(firstWins, decisive - firstWins).twoSided.exact;
  return { share: firstWins / decisive, interval, p };
}
