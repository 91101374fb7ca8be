import { type MetricResult, nothingMeasured } from "../metrics/metric-result.ts";
import type { Interval } from "../statistics/interval.ts";
import {
  pairwisePreference,
  type PreferenceCounts,
} from "../statistics/preference/pairwise-preference.ts";
import type { PairwiseTally } from "./pairwise-result.ts";

const preference = { metric: "preference", unit: "share" } as const;

/**
 * The preference as a metric, for tables and gates: the shares of cases won, a tie being half of one, with the
 * interval of B's, which is held against one half. Of a judge
 * that is not reliable it has no interval, so that no gate can pass or fail on it.
 */
export function preferenceMetric(tally: PairwiseTally): MetricResult {
  const { winRate, low, high, verdict, pairs, missing, needCases, reliable } = tally;
  const oneSided = reliable ? gatedInterval(tally) : undefined;
  if (winRate === null) {
    return nothingMeasured(preference, missing, "no case has a judgment in both orders");
  }
  return {
    ...preference,
    a: 1 - winRate,
    b: winRate,
    difference: null,
    low: reliable ? low : null,
    high: reliable ? high : null,
    ...(oneSided !== undefined && { oneSided }),
    ...(reliable && missing > 0 && boundsOf(tally)),
    verdict,
    pairs,
    missing,
    ...(needCases !== undefined && { needCases }),
    ...(!reliable && {
      note: "unreliable: what the judge prefers hangs on the order of the answers",
    }),
  };
}

function boundsOf(tally: PairwiseTally): Pick<MetricResult, "oneSidedBounds"> {
  const { wins, losses, missing } = tally;
  const worst = gatedInterval({ ...tally, losses: losses + missing });
  const best = gatedInterval({ ...tally, wins: wins + missing });
  return worst === undefined || best === undefined ? {} : { oneSidedBounds: { worst, best } };
}

function gatedInterval(counts: PreferenceCounts): Interval | undefined {
  return pairwisePreference(counts, 0.9)?.winRateInterval;
}
