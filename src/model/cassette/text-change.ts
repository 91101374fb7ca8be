import { clip } from "../../core/text/clip.ts";
import { printable } from "../../core/text/printable.ts";

const around = 40;
const maxShown = 120;

/**
 * Where two texts differ, in one line and whole words: what was, what is, and some words around it.
 *
 * @example textChange("You are a kind pirate.", "You are a rude pirate.") // You are a [-kind-]{+rude+} pirate.
 */
export function textChange(before: string, after: string): string {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const isWordFrom = (at: number): boolean => isWordAt(before, at) || isWordAt(after, at);
  while (start > 0 && isWordAt(before, start - 1) && isWordFrom(start)) start -= 1;
  const isWordUpTo = (left: number): boolean =>
    isWordAt(before, before.length - left - 1) || isWordAt(after, after.length - left - 1);
  while (end > 0 && isWordAt(before, before.length - end) && isWordUpTo(end)) end -= 1;
  const was = before.slice(start, before.length - end);
  const is = after.slice(start, after.length - end);
  const head = oneLine(before.slice(Math.max(0, start - around), start));
  const tail = oneLine(before.slice(before.length - end, before.length - end + around));
  return [
    start > around ? "…" : "",
    head,
    was === "" ? "" : `[-${clip(oneLine(was), maxShown)}-]`,
    is === "" ? "" : `{+${clip(oneLine(is), maxShown)}+}`,
    tail,
    end > around ? "…" : "",
  ].join("");
}

function isWordAt(text: string, index: number): boolean {
  return /[\p{L}\p{N}_\uD800-\uDFFF]/u.test(text.charAt(index));
}

function oneLine(text: string): string {
  return printable(text.replaceAll(/\r?\n/g, "⏎"));
}
