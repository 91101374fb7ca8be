import {
  isPythonSpace,
  leadingSpaceEnd,
  splitPythonSpace,
  trailingSpaceStart,
} from "./python-space.ts";

/** Python's `str.split(None, limit)`: what is left after the last cut keeps its spaces inside. */
export function splitAtSpaces(text: string, limit: number): readonly string[] {
  if (limit === Number.POSITIVE_INFINITY) return splitPythonSpace(text);
  const words: string[] = [];
  let at = leadingSpaceEnd(text);
  while (at < text.length && words.length < limit) {
    let end = at;
    while (end < text.length && !isPythonSpace(text.charAt(end))) end += 1;
    words.push(text.slice(at, end));
    at = end;
    while (at < text.length && isPythonSpace(text.charAt(at))) at += 1;
  }
  if (at < text.length) words.push(text.slice(at, trailingSpaceStart(text)));
  return words;
}
