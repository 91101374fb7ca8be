/** Looks filters or tests up by id and alias. */
export function indexByName<
  T extends { readonly id: string; readonly aliases?: readonly string[] },
>(barrel: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  const entries = Object.values(barrel);
  const names = entries.flatMap((entry) => {
    return [entry.id, ...(entry.aliases ?? [])].map((name) => [name, entry] as const);
  });
  return new Map(names.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
