/** At most `maxChars` UTF-16 units of a text; where some are left out, an ellipsis is the last. */
export function clip(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  if (maxChars <= 0) return "";
  const end = maxChars - 1;
  return `${text.slice(0, splitsPair(text, end) ? end - 1 : end)}…`;
}

/** Half of a surrogate pair is not text. */
function splitsPair(text: string, index: number): boolean {
  return index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}
