/** The first characters of a text, and never half of a surrogate pair, which is not text. */
export function startOf(text: string, maxChars: number): string {
  return text.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, "");
}
