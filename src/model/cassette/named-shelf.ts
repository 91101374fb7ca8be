/** Keeps each of several things once, under a name that people can read. */
export class NamedShelf<T> {
  private readonly names = new Map<string, string>();
  private readonly items = new Map<string, T>();

  /**
   * The name of a thing: the one that is wanted, or that with a number where another thing has it.
   *
   * @param identity the same text for the same thing.
   */
  nameOf(wanted: string, identity: string, make: () => T): string {
    const key = JSON.stringify([wanted, identity]);
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const base = wanted === "__proto__" ? "proto" : wanted;
    let name = base;
    for (let number = 2; this.items.has(name); number += 1) name = `${base}-${number}`;
    this.names.set(key, name);
    this.items.set(name, make());
    return name;
  }

  /** Everything by its name, sorted. */
  sorted(): Readonly<Record<string, T>> {
    return Object.fromEntries([...this.items].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
