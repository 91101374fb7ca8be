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
  const opening = /<([a-z0-9-]+)-([0-9a-f]{16})>\n/g;
  for (let match = opening.exec(prompt); match !== null; match = opening.exec(prompt)) {
    const [tag, name = "", hash = ""] = match;
    const start = match.index + tag.length;
    const end = prompt.indexOf(`\n</${name}-${hash}>`, start);
    if (end < 0) continue;
    const text = prompt.slice(start, end);
    if (hashOf(text) !== hash) continue;
    if (name === wanted) return text;
    opening.lastIndex = end;
  }
  return undefined;
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
