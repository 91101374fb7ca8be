import { benjaminiHochberg } from "../statistics/multiplicity/benjamini-hochberg.ts";
import type { MetricResult } from "./metric-result.ts";

/** Metrics by tag. */
export type TagMetrics = Readonly<Record<string, readonly MetricResult[]>>;

/**
 * The same with p-values adjusted for how many there are: of many looks at the same data some stand out by
 * chance.
 */
export function adjustedTags(byTag: TagMetrics): TagMetrics {
  const results = Object.values(byTag).flat();
  const tested = results.filter((result) => result.p !== undefined);
  const adjusted = benjaminiHochberg(tested.map(({ p = 1 }) => p));
  const byResult = new Map(tested.map((result, index) => [result, adjusted[index]]));
  return Object.fromEntries(
    Object.entries(byTag).map(([tag, metrics]) => [
      tag,
      metrics.map((result) => {
        const adjustedP = byResult.get(result);
        return adjustedP === undefined ? result : { ...result, adjustedP };
      }),
    ]),
  );
}

/** How many tests a table by tag makes. */
export function countLooks(byTag: TagMetrics): number {
  return Object.values(byTag)
    .flat()
    .filter(({ p }) => p !== undefined).length;
}
