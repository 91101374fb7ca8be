import type { CasePair } from "../cases/compared-case.ts";
import { compareMetrics } from "./compare-metrics.ts";
import type { Margins } from "./margins.ts";
import type { MetricResult } from "./metric-result.ts";

/**
 * Every metric for the cases of each tag, so that an area that got worse shows although the whole did not.
 * These are many looks at the same data: some will stand out by chance.
 */
export function compareByTag(
  pairs: readonly CasePair[],
  margins: Margins = {},
): Readonly<Record<string, readonly MetricResult[]>> {
  const tags = new Set(pairs.flatMap(({ a, b }) => [...a.tags, ...b.tags]));
  return Object.fromEntries(
    [...tags].toSorted().map((tag) => {
      const tagged = pairs.filter(({ a, b }) => a.tags.includes(tag) || b.tags.includes(tag));
      return [tag, compareMetrics(tagged, margins)] as const;
    }),
  );
}
