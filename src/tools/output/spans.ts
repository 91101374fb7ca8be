/** A stretch of a text; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds the first stretch of some kind at or after an offset. */
export type FindSpan = (text: string, from: number) => Span | undefined;

export function literal(part: string): FindSpan {
  return (text, from) => {
    const start = text.indexOf(part, from);
    return start < 0 ? undefined : { start, end: start + part.length };
  };
}

/** The expression needs the flag `g`, and must take linear time over a text, however often it is asked. */
export function pattern(expression: RegExp): FindSpan {
  return (text, from) => {
    expression.lastIndex = from;
    const match = expression.exec(text);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  };
}

/**
 * From an opening to the next closing. An opening that is never closed ends the search: what does not
 * close it closes no later one either, and so the whole text is looked at only once.
 */
export function between(open: FindSpan, close: FindSpan): FindSpan {
  return (text, from) => {
    const opening = open(text, from);
    const closing = opening && close(text, opening.end);
    return opening && closing && { start: opening.start, end: closing.end };
  };
}

/** Replaces each stretch that is found; the next is looked for behind it. */
export function replaceSpans(
  text: string,
  find: FindSpan,
  replace: (part: string) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (let span = find(text, 0); span !== undefined; span = find(text, from)) {
    parts.push(text.slice(from, span.start), replace(text.slice(span.start, span.end)));
    from = span.end;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}

export function removeSpans(text: string, find: FindSpan): string {
  return replaceSpans(text, find, () => "");
}
