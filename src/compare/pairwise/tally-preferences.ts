import { intervalVerdict } from "../metrics/interval-verdict.ts";
import { moreCases } from "../metrics/more-cases.ts";
import { pairsNeeded } from "../statistics/planning/paired-rates.ts";
import { pairwisePreference } from "../statistics/preference/pairwise-preference.ts";
import { orderShares } from "./order-shares.ts";
import type { PairwisePreferred } from "./pairwise-case.ts";
import type { PairwiseTally } from "./pairwise-result.ts";

/** A net preference that is worth finding: a win rate five points from even. */
const worthFinding = 0.1;

/**
 * Counts preferences, one a case, and says what they show of B. A case of which a judgment is missing counts
 * nowhere and stands in the bounds. What an unreliable judge prefers decides nothing.
 */
export function tallyPreferences(cases: readonly PairwisePreferred[]): PairwiseTally {
  const won = (winner: PairwisePreferred["winner"]): number =>
    cases.filter((each) => each.winner === winner).length;
  const counts = { wins: won("b"), losses: won("a"), ties: won("tie") };
  const missing = won(null);
  const pairs = cases.length - missing;
  const shares = orderShares(cases);
  const preference = pairwisePreference(counts);
  const verdict =
    preference === undefined
      ? "not_comparable"
      : verdictOf(preference.netInterval, shares.reliable);
  const more = verdict === "undecided" && shares.reliable ? neededPairs(counts, pairs) : undefined;
  return {
    pairs,
    missing,
    ...counts,
    inconsistent: cases.filter(({ inconsistent }) => inconsistent).length,
    winRate: preference?.winRate ?? null,
    low: preference?.winRateInterval.low ?? null,
    high: preference?.winRateInterval.high ?? null,
    net: preference?.net ?? null,
    p: preference?.p ?? { exact: 1, midP: 1 },
    ...(missing > 0 && { bounds: boundsOf(counts, missing) }),
    ...shares,
    verdict,
    ...(more !== undefined && { needCases: more }),
  };
}

type Counts = Pick<PairwiseTally, "wins" | "losses" | "ties">;

function verdictOf(
  twoSided: Parameters<typeof intervalVerdict>[0]["twoSided"],
  reliable: boolean,
): PairwiseTally["verdict"] {
  if (!reliable) return "undecided";
  return intervalVerdict({ twoSided, oneSided: undefined, margin: undefined }).verdict;
}

function boundsOf(
  { wins, losses, ties }: Counts,
  missing: number,
): NonNullable<PairwiseTally["bounds"]> {
  const all = wins + losses + ties + missing;
  const points = wins + ties / 2;
  return { worst: points / all, best: (points + missing) / all };
}

/** With the share of cases with a winner as it was seen, drawn a little to the middle: it may be 0 of a few. */
function neededPairs({ wins, losses }: Counts, pairs: number): number | undefined {
  // One case does not show how often there is a winner.
  if (pairs < 2) return undefined;
  const discordance = (wins + losses + 1) / (pairs + 2);
  const difference = Math.min(worthFinding, discordance);
  return moreCases(pairsNeeded({ difference, discordance }), pairs);
}
