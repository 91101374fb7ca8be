/** The arguments or parameters whose names were there before. */
export function repeatedNames<T extends { readonly name: string }>(
  named: readonly T[],
): readonly T[] {
  const seen = new Set<string>();
  return named.filter(({ name }) => seen.size === seen.add(name).size);
}
