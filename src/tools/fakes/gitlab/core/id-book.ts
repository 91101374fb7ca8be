/** Where a seed gives no id of a kind, ids begin here, so that none is mistaken for an iid. */
const firstIds: Readonly<Record<string, number>> = { user: 1, group: 11, project: 101 };
const firstOfOthers = 1001;

/**
 * Global ids, counted per kind ("issue", "note", …). What a seed gives itself is kept, and the others
 * follow the highest of them.
 */
export class IdBook {
  readonly #highest = new Map<string, number>();
  readonly #taken = new Map<string, Set<number>>();
  readonly #isCollecting: boolean;

  /** One that collects only notes the ids that are claimed, and gives none out. */
  constructor(use: "collect" | "count" = "count") {
    this.#isCollecting = use === "collect";
  }

  /** @returns false where another of the kind has that id already */
  claim(kind: string, id: number): boolean {
    const taken = this.#taken.get(kind) ?? new Set<number>();
    this.#taken.set(kind, taken);
    if (taken.has(id)) return false;
    taken.add(id);
    this.#raise(kind, id);
    return true;
  }

  next(kind: string): number {
    if (this.#isCollecting) return 0;
    const id = (this.#highest.get(kind) ?? (firstIds[kind] ?? firstOfOthers) - 1) + 1;
    this.#raise(kind, id);
    return id;
  }

  /** The highest id of each kind so far. */
  get highest(): ReadonlyMap<string, number> {
    return this.#highest;
  }

  /** A book that goes on after given ids, of its own. */
  static after(highest: ReadonlyMap<string, number>): IdBook {
    const book = new IdBook();
    for (const [kind, id] of highest) book.#raise(kind, id);
    return book;
  }

  #raise(kind: string, id: number): void {
    this.#highest.set(kind, Math.max(id, this.#highest.get(kind) ?? 0));
  }
}
