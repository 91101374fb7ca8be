const surrogate = /[\ud800-\udfff]/;

/** Whether some characters take two units, so that positions cannot be used as they are. */
export function hasSurrogates(text: string): boolean {
  return surrogate.test(text);
}

/** The characters of a string as Python counts them: by code point. */
export function codePointsOf(text: string): readonly string[] {
  return surrogate.test(text) ? Array.from(text) : text.split("");
}

/** One character, counted from the end when the index is negative. */
export function codePointAt(text: string, index: number): string | undefined {
  return surrogate.test(text) ? Array.from(text).at(index) : text.at(index);
}

/** Python's `len` of a string. */
export function codePointLength(text: string): number {
  if (!surrogate.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Python's order of strings, which is that of their code points and not of their UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) {
      return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
    }
  }
  return a.length - b.length;
}
