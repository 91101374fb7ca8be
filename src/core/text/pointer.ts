/** A JSON pointer (RFC 6901) to the value that the segments lead to; the empty string is the root. */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
