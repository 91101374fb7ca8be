import { shapeSpans, type Span } from "./shape-scanner.ts";

/** A character by its number, a slash, and a line break that is taken away; any other escape stays as it is. */
const escape =
  /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|u\{([\dA-Fa-f]{1,6})\}|(\/)|(\r?\n[ \t]*)|[^])/g;
const mayEscape = /\\[xuU/\r\n]/;

/** Finds the secrets of a source that only its quotes put together, as in `"\u0067lpat-…"`. */
export function escapedSpans(source: string): readonly Span[] {
  if (!mayEscape.test(source)) return [];
  const { text, offsets } = unescape(source);
  return shapeSpans(text).map(({ start, end }) => {
    return { start: offsets[start] ?? 0, end: offsets[end] ?? source.length };
  });
}

/** A source as quotes would read it, and where in the source each of its units begins. */
function unescape(source: string): { readonly text: string; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(source.length + 1);
  let text = "";
  let done = 0;
  const copyTo = (end: number): void => {
    for (let at = done; at < end; at += 1) offsets[text.length + at - done] = at;
    text += source.slice(done, end);
  };
  for (const match of source.matchAll(escape)) {
    const [written, short, four, eight, braced, slash, lineBreak] = match;
    const code = short ?? four ?? eight ?? braced;
    const read = code === undefined ? (slash ?? (lineBreak && "")) : characterOf(code);
    if (read === undefined) continue;
    copyTo(match.index);
    offsets[text.length] = match.index;
    text += read;
    done = match.index + written.length;
  }
  copyTo(source.length);
  offsets[text.length] = source.length;
  return { text, offsets };
}

/** Of one unit, so that places can be counted; secrets have no others. */
function characterOf(code: string): string | undefined {
  const number = Number.parseInt(code, 16);
  return number <= 0xff_ff ? String.fromCharCode(number) : undefined;
}
