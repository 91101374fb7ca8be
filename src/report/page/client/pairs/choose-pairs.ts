import type { PairChange, PairRow } from "../../comparison/pair-data.ts";

/** A case with its place in the data, by which its transcripts are found. */
export interface PlacedPair {
  readonly row: PairRow;
  readonly place: number;
}

/** What is shown of the cases; empty where all are. */
export interface ChosenPairs {
  readonly text: string;
  readonly change: PairChange | "";
}

export const noChoice: ChosenPairs = { text: "", change: "" };

/** The cases whose name or tag has all the words, and with which that happened. */
export function choosePairs(
  all: readonly PlacedPair[],
  { text, change }: ChosenPairs,
): readonly PlacedPair[] {
  const words = text.toLowerCase().split(/\s+/u);
  return all.filter(({ row }) => {
    if (change !== "" && row.change !== change) return false;
    const found = `${row.suite} ${row.case} ${row.tags.join(" ")}`.toLowerCase();
    return words.every((word) => found.includes(word));
  });
}

/** How many cases there are of each change, in the order of the cases. */
export function changesOf(all: readonly PlacedPair[]): ReadonlyMap<PairChange, number> {
  const changes = new Map<PairChange, number>();
  for (const { row } of all) changes.set(row.change, (changes.get(row.change) ?? 0) + 1);
  return changes;
}
