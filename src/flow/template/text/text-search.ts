/** The engine's own search is linear up to this length of the needle, and may not be beyond. */
const longNeedle = 250;

/** Finds a needle again and again, in time proportional to the text whatever the needle. */
export class TextSearch {
  private readonly needle: string;
  private readonly borders: Int32Array | undefined;

  constructor(needle: string) {
    this.needle = needle;
    this.borders = needle.length > longNeedle ? bordersOf(needle) : undefined;
  }

  /** Where the needle stands at or after `from`, or -1. */
  find(text: string, from: number): number {
    const { needle, borders } = this;
    if (borders === undefined) return text.indexOf(needle, from);
    let matched = 0;
    for (let index = from; index < text.length; index += 1) {
      const char = text.charCodeAt(index);
      while (matched > 0 && char !== needle.charCodeAt(matched))
        matched = borders[matched - 1] ?? 0;
      if (char === needle.charCodeAt(matched)) matched += 1;
      if (matched === needle.length) return index - matched + 1;
    }
    return -1;
  }

  /** The pieces between the first `limit` occurrences, which do not overlap. */
  split(text: string, limit: number): readonly string[] {
    const pieces: string[] = [];
    let start = 0;
    while (pieces.length < limit) {
      const found = this.find(text, start);
      if (found < 0) break;
      pieces.push(text.slice(start, found));
      start = found + this.needle.length;
    }
    pieces.push(text.slice(start));
    return pieces;
  }
}

/** For every prefix of the needle the length of its longest end that is also its beginning. */
function bordersOf(needle: string): Int32Array {
  const borders = new Int32Array(needle.length);
  let length = 0;
  for (let index = 1; index < needle.length; index += 1) {
    const char = needle.charCodeAt(index);
    while (length > 0 && char !== needle.charCodeAt(length)) length = borders[length - 1] ?? 0;
    if (char === needle.charCodeAt(length)) length += 1;
    borders[index] = length;
  }
  return borders;
}
