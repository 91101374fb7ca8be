import { checkFinite } from "../check-numbers.ts";
import type { Interval } from "../interval.ts";
import { sum } from "../mean.ts";
import { bootstrapInterval, type BootstrapSettings } from "../rates/bootstrap-interval.ts";
import type { MeasuredPair } from "./measured-pair.ts";

/** How many times as much B costs in all as A, on the same cases. */
export interface CostRatio {
  /** Sum of B / sum of A; below 1 B is cheaper. */
  readonly ratio: number;
  /** By paired bootstrap; undefined below 20 cases. */
  readonly interval: Interval | undefined;
}

/**
 * The ratio of the costs (or tokens) of two systems over the same independent cases, B/A, with a percentile
 * bootstrap of whole pairs. Keep what the judge costs apart. Undefined where A costs nothing; throws a
 * RangeError below 0.
 */
export function costRatio(
  pairs: readonly MeasuredPair[],
  settings: BootstrapSettings,
): CostRatio | undefined {
  const values = pairs.flatMap(({ a, b }) => [a, b]);
  checkFinite("a cost", values);
  if (values.some((value) => value < 0)) throw new RangeError("a cost is 0 or more");
  if (!pairs.some(({ a }) => a > 0)) return undefined;
  return { ratio: ratioOfSums(pairs), interval: bootstrapInterval(pairs, ratioOfSums, settings) };
}

function ratioOfSums(pairs: readonly MeasuredPair[]): number {
  return sum(pairs.map(({ b }) => b)) / sum(pairs.map(({ a }) => a));
}
