import type { Budget } from "../runtime/budget.ts";
import { inOrder } from "../values/order.ts";
import type { Value, ValueList } from "../values/value.ts";
import type { Getter } from "./attribute-getter.ts";

/** How values are sorted. */
export interface SortOptions {
  readonly key: Getter;
  readonly reverse: boolean;
  readonly budget: Budget;
}

interface Keyed {
  readonly key: Value;
  readonly value: Value;
}

/** Python sorts pieces of this size by insertion, and so compares in an order that errors show. */
const insertionSize = 64;

/**
 * Python's `sorted`: stable, also backwards, and comparing with `<` alone. Short lists are compared
 * in the very order in which Python does it, because what has no order fails at the first comparison.
 */
export function sortValues(values: ValueList, { key, reverse, budget }: SortOptions): ValueList {
  const keyed = values.map((value): Keyed => ({ key: key(value), value }));
  budget.charge(values.length);
  const before = (a: Keyed, b: Keyed): boolean => {
    return inOrder({ left: a.key, operator: "<", right: b.key }, budget);
  };
  if (reverse) keyed.reverse();
  const sorted = sortBy(keyed, before);
  return (reverse ? sorted.toReversed() : sorted).map(({ value }) => value);
}

type Before<T> = (a: T, b: T) => boolean;

/** A stable sort by what comes before what. */
export function sortBy<T>(items: readonly T[], before: Before<T>): readonly T[] {
  if (items.length < insertionSize) return insertionSort(items, before);
  const middle = Math.floor(items.length / 2);
  const left = sortBy(items.slice(0, middle), before);
  const right = sortBy(items.slice(middle), before);
  const merged: T[] = [];
  let [l, r] = [0, 0];
  for (let a = left[l], b = right[r]; a !== undefined && b !== undefined;) {
    if (before(b, a)) {
      merged.push(b);
      r += 1;
      b = right[r];
    } else {
      merged.push(a);
      l += 1;
      a = left[l];
    }
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

/** Finds the run at the beginning, and then the place of each further item by halving. */
function insertionSort<T>(items: readonly T[], before: Before<T>): readonly T[] {
  const run = runLength(items, before);
  const sorted = items.slice(0, run.length);
  if (run.descending) sorted.reverse();
  for (const item of items.slice(run.length)) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = sorted[middle];
      if (other === undefined || before(item, other)) high = middle;
      else low = middle + 1;
    }
    sorted.splice(low, 0, item);
  }
  return sorted;
}

/** How many items at the beginning are in order already, or all the other way round. */
function runLength<T>(
  items: readonly T[],
  before: Before<T>,
): { readonly length: number; readonly descending: boolean } {
  let length = Math.min(items.length, 1);
  let descending = false;
  for (let a = items[0], b = items[1]; a !== undefined && b !== undefined;) {
    const falls = before(b, a);
    if (length === 1) descending = falls;
    else if (falls !== descending) break;
    length += 1;
    a = b;
    b = items[length];
  }
  return { length, descending };
}
