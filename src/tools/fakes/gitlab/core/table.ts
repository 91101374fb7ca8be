/**
 * Rows of one trial over those of the seed, which all trials share: nothing is copied before the first
 * write. Rows are immutable; to change one is to put another in its place.
 */
export class Table<Key extends number | string, Row> {
  readonly #seed: ReadonlyMap<Key, Row>;
  #own: Map<Key, Row> | undefined;

  constructor(seed: ReadonlyMap<Key, Row>) {
    this.#seed = seed;
  }

  get(key: Key): Row | undefined {
    return this.#rows.get(key);
  }

  put(key: Key, row: Row): Row {
    this.#writable().set(key, row);
    return row;
  }

  remove(key: Key): boolean {
    return this.#rows.has(key) && this.#writable().delete(key);
  }

  /** In the order of the keys. */
  get entries(): readonly (readonly [Key, Row])[] {
    return [...this.#rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  /** In the order of their keys. */
  get rows(): readonly Row[] {
    return this.entries.map(([, row]) => row);
  }

  get size(): number {
    return this.#rows.size;
  }

  get #rows(): ReadonlyMap<Key, Row> {
    return this.#own ?? this.#seed;
  }

  #writable(): Map<Key, Row> {
    this.#own ??= new Map(this.#seed);
    return this.#own;
  }
}

/** The number after the highest key: the next iid of a table. */
export function nextKey(table: Table<number, unknown>): number {
  return table.entries.reduce((highest, [key]) => Math.max(highest, key), 0) + 1;
}
