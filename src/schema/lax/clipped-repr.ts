import { pyRepr } from "../../core/python/py-repr.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";

const maxBytes = 50;
const firstBytes = 25;
const lastBytes = 24;

/** Both ends of a longer text make more than is shown, as no character's repr is shorter than it. */
const maxEnd = 64;
/** An entry takes at least the bytes of `'': 0`, so these are more than are shown. */
const maxLastEntries = 16;

/**
 * A value's repr as pydantic shows it in an error: of a long one the two ends, counted in bytes and cut
 * between characters. The middle is never made, so that a huge value takes no time.
 */
export function clippedRepr(value: PyValue): string {
  const start = take(pieces(value, false), maxBytes + 1);
  const chars = Array.from(start.join(""));
  const total = chars.reduce((sum, char) => sum + byteLength(char), 0);
  if (total <= maxBytes) return chars.join("");
  const end = Array.from(take(pieces(value, true), lastBytes).toReversed().join(""));
  return `${firstOf(chars, firstBytes)}...${lastOf(end, lastBytes)}`;
}

// The parts of a repr in order, or from the last to the first.
function* pieces(value: PyValue, backwards: boolean): Generator<string> {
  if (isPyDict(value)) {
    const entries = backwards ? lastEntries(value) : value;
    yield* enclosed(backwards ? "}{" : "{}", entries, function* (entry) {
      const [first, second] = backwards ? [entry[1], entry[0]] : entry;
      yield* pieces(first, backwards);
      yield ": ";
      yield* pieces(second, backwards);
    });
  } else if (isPyList(value)) {
    const items = backwards ? fromLast(value) : value;
    yield* enclosed(backwards ? "][" : "[]", items, (item) => pieces(item, backwards));
  } else yield pyRepr(typeof value === "string" ? withoutMiddle(value) : value);
}

function* enclosed<T>(
  [open = "", close = ""]: string,
  items: Iterable<T>,
  each: (item: T) => Iterable<string>,
): Generator<string> {
  yield open;
  let separator = "";
  for (const item of items) {
    if (separator !== "") yield separator;
    yield* each(item);
    separator = ", ";
  }
  yield close;
}

/** At least so many bytes of it, or all. */
function take(parts: Iterable<string>, bytes: number): string[] {
  const taken: string[] = [];
  let length = 0;
  for (const part of parts) {
    taken.push(part);
    length += part.length;
    if (length >= bytes) break;
  }
  return taken;
}

/** Still with a quote of each kind that was in it, for they decide how the ends are quoted. */
function withoutMiddle(text: string): string {
  if (text.length <= 4 * maxEnd) return text;
  const quotes = [`'`, `"`].filter((quote) => text.includes(quote)).join("");
  return text.slice(0, maxEnd) + quotes + text.slice(-maxEnd);
}

function* fromLast<T>(items: readonly T[]): Generator<T> {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined) yield item;
  }
}

/** The last ones first, as many as can be shown: a Map is read from its beginning only. */
function lastEntries(dict: PyDict): Iterable<[string, PyValue]> {
  const skipped = dict.size - maxLastEntries;
  const last: [string, PyValue][] = [];
  let index = 0;
  for (const entry of dict) {
    if (index >= skipped) last.push(entry);
    index += 1;
  }
  return last.toReversed();
}

function firstOf(chars: readonly string[], limit: number): string {
  let bytes = 0;
  const end = chars.findIndex((char) => (bytes += byteLength(char)) > limit);
  return chars.slice(0, end < 0 ? undefined : end).join("");
}

function lastOf(chars: readonly string[], limit: number): string {
  return Array.from(firstOf(chars.toReversed(), limit)).toReversed().join("");
}

function byteLength(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
