import { rankOf } from "./outcome-order.ts";
import type { CaseRow, RowOutcome } from "./page-data.ts";

/** What a reader wants to see of the cases; an empty text or set of one wants all. */
export interface RowFilter {
  readonly text: string;
  readonly outcome: RowOutcome | "";
  readonly suite: string;
  readonly target: string;
  readonly tag: string;
}

export const noFilter: RowFilter = { text: "", outcome: "", suite: "", target: "", tag: "" };

export type SortKey = "attention" | "case" | "suite" | "trials" | "calls" | "time" | "cost";

export interface RowSort {
  readonly by: SortKey;
  readonly descending: boolean;
}

/** As they are given: those that a reader must look at come first. */
export const attentionFirst: RowSort = { by: "attention", descending: false };

/** A case with its place in the data, by which the rest of it is found. */
export interface PlacedRow {
  readonly row: CaseRow;
  readonly place: number;
}

/** The cases with all words of the text somewhere in name, tags, or reason. */
export function filterRows(rows: readonly PlacedRow[], filter: RowFilter): readonly PlacedRow[] {
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter(({ row }) => isWanted(row, filter) && words.every((word) => says(row, word)));
}

function isWanted(row: CaseRow, { outcome, suite, target, tag }: RowFilter): boolean {
  return (
    (outcome === "" || row.outcome === outcome) &&
    (suite === "" || row.suite === suite) &&
    (target === "" || row.target === target) &&
    (tag === "" || row.tags.includes(tag))
  );
}

function says({ suite, case: id, target, tags, reason = "" }: CaseRow, word: string): boolean {
  return [suite, id, target, reason, ...tags].some((text) => text.toLowerCase().includes(word));
}

/** Sorted by one column; rows alike in it stay in their order. */
export function sortRows(
  rows: readonly PlacedRow[],
  { by, descending }: RowSort,
): readonly PlacedRow[] {
  const compare = comparisons[by];
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a, b) || a.place - b.place);
}

type Comparison = (a: PlacedRow, b: PlacedRow) => number;

/** What is not known comes first, so that descending, as numbers are looked at, it comes last. */
const by =
  (number: (row: CaseRow) => number): Comparison =>
  (a, b) =>
    number(a.row) - number(b.row);

const comparisons: Readonly<Record<SortKey, Comparison>> = {
  attention: (a, b) => a.place - b.place,
  case: (a, b) => compareTexts(a.row.case, b.row.case),
  suite: (a, b) => compareTexts(a.row.suite, b.row.suite),
  trials: by(
    ({ trials }) => trials.filter((each) => each === "pass").length / (trials.length || 1),
  ),
  calls: by(({ calls }) => calls),
  time: by(({ activeMs }) => activeMs ?? -1),
  cost: by(({ costUsd }) => costUsd ?? -1),
};

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The outcomes that occur, in the order in which they call for attention, with how often. */
export function outcomesOf(rows: readonly PlacedRow[]): ReadonlyMap<RowOutcome, number> {
  const counts = new Map<RowOutcome, number>();
  for (const { row } of rows) counts.set(row.outcome, (counts.get(row.outcome) ?? 0) + 1);
  return new Map([...counts].toSorted(([a], [b]) => rankOf(a) - rankOf(b)));
}
