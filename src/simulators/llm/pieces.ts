const wanted = 4;
const longest = 400;

/** A text in several pieces, none of which ends in the middle of a character. */
export function pieces(text: string): readonly string[] {
  const size = Math.min(Math.max(Math.ceil(text.length / wanted), 1), longest);
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + size;
    const splits = end < text.length && (text.codePointAt(end - 1) ?? 0) > 0xffff;
    parts.push(text.slice(start, splits ? end + 1 : end));
    start = splits ? end + 1 : end;
  }
  return parts;
}
