import { checkFinite, checkShare } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { mean, sampleVariance, sum } from "../mean.ts";
import { studentQuantile } from "../special/student-t.ts";

/** A mean over cases that come in clusters. */
export interface ClusteredMean {
  readonly cases: number;
  readonly clusters: number;
  readonly mean: number;
  readonly standardErrors: {
    /** As if the cases were independent. */
    readonly independent: number;
    readonly cr0: number;
    /** The one to use. */
    readonly cr1: number;
  };
  /** Undefined below 5 clusters, and where the clusters do not vary. */
  readonly interval: Interval | undefined;
  /** How many times larger the variance is than that of as many independent cases; undefined where that is 0. */
  readonly designEffect: number | undefined;
  /** How alike the cases of a cluster are, 1 at most; undefined where nothing varies or every cluster is one case. */
  readonly intraclassCorrelation: number | undefined;
  /** Below 10 clusters the interval is a rough one, below 5 there is none. */
  readonly few: "warn" | "refuse" | undefined;
}

/**
 * The mean of values (scores, passes as 0 and 1, or differences B - A) of cases that belong together in
 * clusters: same project, template or seed question. The clusters are independent, the cases within are not.
 *
 *     CR0 = (1/n) √Σ_g (Σ_{i in g} (xᵢ - mean))²      CR1 = CR0 √(G/(G - 1))      mean ± t(1 - α/2; G - 1) · CR1
 *
 * The interval is in the unit of the values, not clipped. E. Miller, "Adding Error Bars to Evals" (2024),
 * arXiv:2411.00640, for CR0; A. C. Cameron and D. L. Miller, "A Practitioner's Guide to Cluster-Robust
 * Inference", Journal of Human Resources 50 (2015), 317-372, for CR1 with t. Undefined below two cases
 * or two clusters; empty clusters are left out.
 */
export function clusteredMean(
  clusters: readonly (readonly number[])[],
  confidence = 0.95,
): ClusteredMean | undefined {
  checkShare("a confidence", confidence);
  const groups = clusters.filter((cluster) => cluster.length > 0);
  const values = groups.flat();
  checkFinite("a value", values);
  if (groups.length < 2) return undefined;
  const center = mean(values);
  const independent = Math.sqrt(sampleVariance(values) / values.length);
  const excesses = groups.map((group) => sum(group.map((value) => value - center)) ** 2);
  const cr0 = independent === 0 ? 0 : Math.sqrt(sum(excesses)) / values.length;
  const cr1 = cr0 * Math.sqrt(groups.length / (groups.length - 1));
  const half = cr1 * studentQuantile((1 + confidence) / 2, groups.length - 1);
  const few = fewClusters(groups.length);
  return {
    cases: values.length,
    clusters: groups.length,
    mean: center,
    standardErrors: { independent, cr0, cr1 },
    interval:
      few === "refuse" || half === 0 ? undefined : { low: center - half, high: center + half },
    designEffect: independent === 0 ? undefined : (cr1 / independent) ** 2,
    intraclassCorrelation: intraclassCorrelation(groups),
    few,
  };
}

function fewClusters(clusters: number): ClusteredMean["few"] {
  if (clusters < 5) return "refuse";
  return clusters < 10 ? "warn" : undefined;
}

/** From the analysis of variance: (MSB - MSW)/(MSB + (m - 1) MSW), m the mean size less its unevenness. */
function intraclassCorrelation(groups: readonly (readonly number[])[]): number | undefined {
  const values = groups.flat();
  const within = values.length - groups.length;
  if (within === 0 || sampleVariance(values) === 0) return undefined;
  const center = mean(values);
  const between = sum(groups.map((group) => group.length * (mean(group) - center) ** 2));
  const inside = sum(groups.flatMap((group) => group.map((value) => (value - mean(group)) ** 2)));
  const uneven = sum(groups.map((group) => group.length ** 2)) / values.length;
  const size = (values.length - uneven) / (groups.length - 1);
  const msb = between / (groups.length - 1);
  const msw = inside / within;
  return (msb - msw) / (msb + (size - 1) * msw);
}
