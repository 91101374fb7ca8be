import type { RunStarted } from "./events/index.ts";
import type { CaseRecord } from "./run-record.ts";

/** The labels of a run, with the one that only its trials can tell: that replies came from the cache. */
export function withSeenLabels(started: RunStarted, cases: readonly CaseRecord[]): RunStarted {
  const { labels } = started;
  if (labels.includes("cached") || !cases.some(hasCached)) return started;
  return { ...started, labels: [...labels, "cached"] };
}

function hasCached({ trials, surplus = [] }: CaseRecord): boolean {
  return [...trials, ...surplus].some(({ cached }) => cached !== undefined);
}
