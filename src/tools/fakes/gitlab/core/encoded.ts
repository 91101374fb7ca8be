/** A text as one segment of a path, or as a value of a query. Half of a surrogate pair is not text. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, "\ufffd"));
}

/** The same the other way; a percent sign that encodes nothing stays one. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
