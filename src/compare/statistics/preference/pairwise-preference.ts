import { checkCounts } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { signTest, type SignPValues } from "../paired/sign-test.ts";
import { tangoInterval } from "../paired/tango-interval.ts";

/** How often B's answer was preferred, A's was, and neither. */
export interface PreferenceCounts {
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

/** What pairwise judgments say of B against A. */
export interface PairwisePreference {
  /** (wins + ties/2) / n, in [0, 1]; ½ is no preference. */
  readonly winRate: number;
  readonly winRateInterval: Interval;
  /** (wins - losses) / n, in [-1, 1]. */
  readonly net: number;
  readonly netInterval: Interval;
  /** The sign test of wins against losses. */
  readonly p: SignPValues;
}

/**
 * Pairwise preference with ties, one judgment a case, over independent cases. The net preference is a
 * difference of paired shares, so Tango's interval holds for it; the win rate is (1 + net)/2, and so are
 * the ends of its interval. Without ties that equals Wilson's interval of wins/n. Undefined without cases.
 */
export function pairwisePreference(
  { wins, losses, ties }: PreferenceCounts,
  confidence = 0.95,
): PairwisePreference | undefined {
  checkCounts("a count", [wins, losses, ties]);
  const pairs = { bothPass: ties, onlyA: losses, onlyB: wins, bothFail: 0 };
  const netInterval = tangoInterval(pairs, confidence);
  if (!netInterval) return undefined;
  const net = (wins - losses) / (wins + losses + ties);
  return {
    winRate: (1 + net) / 2,
    winRateInterval: { low: (1 + netInterval.low) / 2, high: (1 + netInterval.high) / 2 },
    net,
    netInterval,
    p: signTest(wins, losses).twoSided,
  };
}
