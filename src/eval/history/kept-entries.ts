import type { HistoryEntry } from "./history-entry.ts";

/** What entries must have in common to be compared. */
export type SeriesKey = Pick<HistoryEntry, "suite" | "case" | "target" | "kind">;

/** How many runs of a case on a target are remembered, for each kind of run. */
export const maxRuns = 30;

export function seriesKey({ suite, case: name, target, kind }: SeriesKey): string {
  return JSON.stringify([suite, name, target, kind]);
}

/** The last entries of each series, in their order; of several entries of one run the last. */
export function keptEntries(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const runs = new Map<string, Set<string>>();
  const kept = entries.toReversed().filter((entry) => {
    const key = seriesKey(entry);
    const known = runs.get(key) ?? new Set();
    runs.set(key, known);
    if (known.has(entry.run) || known.size >= maxRuns) return false;
    known.add(entry.run);
    return true;
  });
  return kept.toReversed();
}
