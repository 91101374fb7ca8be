import { RE2JS } from "re2js";

/** A pattern of paths: the folder below which all of them lie, and what those below it must be like. */
export interface Glob {
  /** The path as far as it is plain; empty for the working directory. */
  readonly base: string;
  /** Takes a path from the base, with forward slashes. */
  readonly matches: (path: string) => boolean;
}

const magic = /[*?[{]/;

export function isGlob(text: string): boolean {
  return magic.test(text);
}

/**
 * Reads a pattern: `*` and `?` within a name, `**` for any folders, `[abc]`, `[!a-z]`, `{one,two}`. What
 * is not closed stands for itself. Matching takes linear time.
 */
export function parseGlob(text: string): Glob {
  const segments = text.split("/");
  const first = segments.findIndex(isGlob);
  const pattern = RE2JS.compile(sourceOf(segments.slice(first).join("/")));
  return {
    base: segments.slice(0, first).join("/") || (text.startsWith("/") ? "/" : ""),
    matches: (path) => pattern.matcher(path).matches(),
  };
}

/** The parts of a pattern, each with what stands for it in a regular expression. */
const parts: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=^|\/)\*\*\/(?:\*\*\/)*/y, () => "(?:[^/]+/)*"],
  [/(?<=^|\/)\*\*$/y, () => ".+"],
  [/\*+/y, () => "[^/]*"],
  [/\?/y, () => "[^/]"],
  [/\[!?\]?[^\]/]+\]/y, characterClass],
  [/\{[^{}]*\}/y, alternatives],
  [/[^*?[{]+|./sy, (found) => RE2JS.quote(found)],
];

function sourceOf(pattern: string): string {
  let source = "";
  let at = 0;
  while (at < pattern.length) {
    for (const [part, write] of parts) {
      part.lastIndex = at;
      const found = part.exec(pattern)?.[0];
      if (found === undefined) continue;
      source += write(found);
      at += found.length;
      break;
    }
  }
  return source;
}

function characterClass(text: string): string {
  const isNegated = text.startsWith("[!");
  const members = text.slice(isNegated ? 2 : 1, -1).replaceAll(/[\\^[\]&~]/g, String.raw`\$&`);
  const source = `[${isNegated ? "^/" : ""}${members}]`;
  try {
    RE2JS.compile(source);
    return source;
  } catch {
    // A range that runs backwards, as in `[z-a]`.
    return RE2JS.quote(text);
  }
}

function alternatives(text: string): string {
  const choices = text.slice(1, -1).split(",");
  return `(?:${choices.map(sourceOf).join("|")})`;
}
