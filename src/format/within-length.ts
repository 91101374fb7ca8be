/** Lines that belong together: they are written whole, or not at all. */
export interface LinePart {
  readonly lines: readonly string[];
}

export interface KeptParts<T> {
  readonly kept: readonly T[];
  /** Those from the first that has no room. */
  readonly rest: readonly T[];
}

/** As many parts from the front as there is room for, in UTF-16 units with one for each line's end. */
export function withinLength<T extends LinePart>(
  parts: readonly T[],
  maxLength: number,
): KeptParts<T> {
  let length = 0;
  const found = parts.findIndex(({ lines }) => (length += linesLength(lines)) > maxLength);
  const end = found < 0 ? parts.length : found;
  return { kept: parts.slice(0, end), rest: parts.slice(end) };
}

export function linesLength(lines: readonly string[]): number {
  return lines.reduce((sum, each) => sum + each.length + 1, 0);
}
