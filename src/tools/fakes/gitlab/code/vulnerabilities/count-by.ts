/** How many items there are of each kind, in the order in which the kinds appear. */
export function countBy<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(kindOf(item), (counts.get(kindOf(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
}
