import { type MetricResult, nothingMeasured } from "../metrics/metric-result.ts";
import { pairwisePreference } from "../statistics/preference/pairwise-preference.ts";
import type { PairwiseTally } from "./pairwise-result.ts";

const preference = { metric: "preference", unit: "share" } as const;

/**
 * The preference as a metric, for tables and gates: the shares of cases won, a tie being half of one, with the
 * interval of B's, which is held against one half. Of a judge
 * that is not reliable it has no interval, so that no gate can pass or fail on it.
 */
export function preferenceMetric(tally: PairwiseTally): MetricResult {
  const { winRate, low, high, verdict, pairs, missing, needCases, reliable } = tally;
  const oneSided = reliable ? pairwisePreference(tally, 0.9)?.winRateInterval : undefined;
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
    verdict,
    pairs,
    missing,
    ...(needCases !== undefined && { needCases }),
    ...(!reliable && {
      note: "unreliable: what the judge prefers hangs on the order of the answers",
    }),
  };
}
