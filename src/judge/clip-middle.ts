/** A text of bounded size: whole, or its two ends with a note of ours between them. */
export interface ClippedText {
  readonly text: string;
  /** What of it is not ours. */
  readonly pieces: readonly string[];
}

/** A text cut in its middle to about `maxChars`, saying how much is left out: both ends matter to a judge. */
export function clipMiddle(text: string, maxChars: number): ClippedText {
  if (text.length <= maxChars) return { text, pieces: [text] };
  const half = Math.floor(maxChars / 2);
  const head = wholeCharacters(text.slice(0, half));
  const tail = wholeCharacters(text.slice(text.length - half));
  const left = text.length - head.length - tail.length;
  return {
    text: `${head}\n[${left} characters left out here]\n${tail}`,
    pieces: [head, tail],
  };
}

/** Without half of a surrogate pair at either end, which is not text and which providers refuse. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/u, "").replace(/[\uD800-\uDBFF]$/u, "");
}
