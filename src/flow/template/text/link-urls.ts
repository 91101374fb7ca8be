import { pythonSpace } from "./python-space.ts";

/** How links are made of the addresses in a text. */
export interface LinkOptions {
  /** Already escaped, as the text is. */
  readonly rel: string;
  readonly target: string | undefined;
  /** Beginnings that make a word a link too. */
  readonly schemes: readonly string[];
  readonly shorten: (url: string) => string;
}

const gaps = new RegExp(`([${pythonSpace}]+)`);

/** A text that is escaped for HTML with links where URLs and mail addresses stand. */
export function linkUrls(text: string, options: LinkOptions): string {
  return text
    .split(gaps)
    .map((word) => linkWord(word, options))
    .join("");
}

function linkWord(word: string, options: LinkOptions): string {
  const head = /^(?:[(<]|&lt;)+/.exec(word)?.[0] ?? "";
  const { middle, tail } = balance(cutTail(word.slice(head.length)));
  return head + linkMiddle(middle, options) + tail;
}

interface Cut {
  readonly middle: string;
  readonly tail: string;
}

/** Marks that end a sentence are no part of the link. */
function cutTail(word: string): Cut {
  let end = word.length;
  for (;;) {
    if (/[)>.,\n]/.test(word.charAt(end - 1))) end -= 1;
    else if (word.endsWith("&gt;", end)) end -= 4;
    else return { middle: word.slice(0, end), tail: word.slice(end) };
  }
}

const brackets = [
  ["(", ")"],
  ["<", ">"],
  ["&lt;", "&gt;"],
] as const;

/** A bracket that is opened inside of the link is closed inside of it too. */
function balance(cut: Cut): Cut {
  let { middle, tail } = cut;
  for (const [open, close] of brackets) {
    const opened = count(middle, open);
    if (opened <= count(middle, close)) continue;
    let end = 0;
    for (let left = Math.min(opened, count(tail, close)); left > 0; left -= 1) {
      end = tail.indexOf(close, end) + close.length;
    }
    middle += tail.slice(0, end);
    tail = tail.slice(end);
  }
  return { middle, tail };
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

const word = "[\\p{L}\\p{N}_]";
const host = "[\\p{L}\\p{N}_%-]";
const http = new RegExp(
  `^(?:(?:https?://|www\\.)(?:(?:${host}+\\.)+)?(?:[a-z]{2,63}|xn--[\\p{L}\\p{N}_%]{2,59})` +
    `|(?:${host}{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)` +
    "|https?://(?:\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){3}" +
    "|\\[(?:[\\p{Nd}a-f]{0,4}:){2}(?:[\\p{Nd}a-f]{0,4}:?){1,6}\\]))" +
    `(?::\\p{Nd}{1,5})?(?:[/?#][^${pythonSpace}]*)?$`,
  "iu",
);
const mail = new RegExp(`^[^${pythonSpace}]+@${word}[\\p{L}\\p{N}_.-]*\\.${word}+$`, "u");

function linkMiddle(text: string, { rel, target, schemes, shorten }: LinkOptions): string {
  const attributes = ` rel="${rel}"${target === undefined ? "" : ` target="${target}"`}`;
  if (http.test(text)) {
    const full = /^https?:\/\//.test(text) ? text : `https://${text}`;
    return `<a href="${full}"${attributes}>${shorten(text)}</a>`;
  }
  const address = text.slice("mailto:".length);
  if (text.startsWith("mailto:") && mail.test(address)) return `<a href="${text}">${address}</a>`;
  const mayBeMail = text.includes("@") && !/^(?:www\.|@)/.test(text) && !text.includes(":");
  if (mayBeMail && mail.test(text)) return `<a href="mailto:${text}">${text}</a>`;
  // As in Jinja2 a further scheme is looked for in what the one before has made.
  return schemes.reduce((linked, scheme) => {
    if (linked === scheme || !linked.startsWith(scheme)) return linked;
    return `<a href="${linked}"${attributes}>${linked}</a>`;
  }, text);
}
