import { sha256Hex } from "../../platform/index.ts";

const hashLength = 16;

/**
 * Puts untrusted text between two markers that carry a hash of it. A text cannot hold its own hash,
 * so nothing in it can pass for its end.
 *
 * @example enclose("answer", "42") // <answer-73475cb40a568e8d>⏎42⏎</answer-73475cb40a568e8d>
 */
export function enclose(label: string, text: string): string {
  const marker = `${slug(label)}-${hashOf(text)}`;
  return `<${marker}>\n${text}\n</${marker}>`;
}

/**
 * The first text that was enclosed under a label, or undefined. Only the outermost markers count:
 * what stands between two of them is text, even if it is a well-formed pair of markers itself.
 */
export function readEnclosed(label: string, prompt: string): string | undefined {
  const wanted = slug(label);
  for (const { name, text } of enclosedIn(prompt)) if (name === wanted) return text;
  return undefined;
}

/** The texts that were enclosed under a label, or under it with a number, in order. */
export function readNumbered(label: string, prompt: string): readonly string[] {
  const wanted = new RegExp(`^${slug(label)}(?:-\\d+)?$`, "u");
  return [...enclosedIn(prompt)].flatMap(({ name, text }) => (wanted.test(name) ? [text] : []));
}

/** The prompt with every text that was enclosed changed, and enclosed anew. */
export function rewriteEnclosed(prompt: string, change: (text: string) => string): string {
  let rewritten = "";
  let done = 0;
  for (const { name, text, start, end } of enclosedIn(prompt)) {
    const changed = change(text);
    if (changed === text) continue;
    rewritten += prompt.slice(done, start) + enclose(name, changed);
    done = end;
  }
  return rewritten + prompt.slice(done);
}

interface Enclosed {
  readonly name: string;
  readonly text: string;
  /** Where its markers begin and end in the prompt. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the outermost texts that were enclosed.
 *
 * @yields each of them, in order
 */
function* enclosedIn(prompt: string): Generator<Enclosed, void> {
  const opening = /<([a-z0-9-]+)-([0-9a-f]{16})>\n/g;
  for (let match = opening.exec(prompt); match !== null; match = opening.exec(prompt)) {
    const [tag, name = "", hash = ""] = match;
    const from = match.index + tag.length;
    const closing = `\n</${name}-${hash}>`;
    const to = prompt.indexOf(closing, from);
    if (to < 0) continue;
    const text = prompt.slice(from, to);
    if (hashOf(text) !== hash) continue;
    yield { name, text, start: match.index, end: to + closing.length };
    opening.lastIndex = to;
  }
}

function slug(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function hashOf(text: string): string {
  return sha256Hex(text).slice(0, hashLength);
}
