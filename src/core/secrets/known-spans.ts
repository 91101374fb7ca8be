import type { Span } from "./shape-scanner.ts";
import { escapeForPattern } from "./token-shape.ts";

/** A value that is hardly longer is looked for as a whole. */
const wholeUpTo = 15;
const shortestPart = 12;
const longestPart = 24;

/**
 * Makes a finder of known texts, also of those that were cut: what is shortened for a table may end in the
 * middle of a secret, and half of one is too much. A beginning or an end of half its length counts, from
 * 12 characters on, and 24 always do.
 */
export function knownSpans(forms: readonly string[]): (text: string) => readonly Span[] {
  if (forms.length === 0) return () => [];
  const cuts = forms.map((form) => {
    const length = partLength(form);
    return { form, head: form.slice(0, length), tail: form.slice(-length) };
  });
  const parts = [...new Set(cuts.flatMap(({ head, tail }) => [head, tail]))];
  const longestFirst = parts.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map(escapeForPattern).join("|"), "g");
  // Forms that begin alike may have beginnings of different lengths.
  const begun = new Map(
    parts.map((part) => [part, cuts.filter(({ head }) => part.startsWith(head))] as const),
  );
  const ended = new Map(
    parts.map((part) => [part, cuts.filter(({ tail }) => part.endsWith(tail))] as const),
  );
  return (text) =>
    Array.from(text.matchAll(pattern), ({ 0: part, index }) => {
      const end = index + part.length;
      return {
        start: Math.min(
          index,
          ...(ended.get(part) ?? []).map(({ form }) => end - sameBefore(text, end, form)),
        ),
        end: Math.max(
          end,
          ...(begun.get(part) ?? []).map(({ form }) => index + sameAfter(text, index, form)),
        ),
      };
    });
}

function partLength({ length }: string): number {
  if (length <= wholeUpTo) return length;
  return Math.min(longestPart, Math.max(shortestPart, Math.ceil(length / 2)));
}

/** How much of the end of a form stands in the text before a place. */
function sameBefore(text: string, end: number, form: string): number {
  let same = 0;
  while (same < form.length && text[end - 1 - same] === form[form.length - 1 - same]) same += 1;
  return same;
}

/** How much of the beginning of a form stands in the text from a place on. */
function sameAfter(text: string, start: number, form: string): number {
  let same = 0;
  while (same < form.length && text[start + same] === form[same]) same += 1;
  return same;
}
