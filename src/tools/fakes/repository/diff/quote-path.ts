const encoder = new TextEncoder();
const escapes: Readonly<Record<string, string>> = {
  "\u0007": String.raw`\a`,
  "\b": String.raw`\b`,
  "\t": String.raw`\t`,
  "\n": String.raw`\n`,
  "\v": String.raw`\v`,
  "\f": String.raw`\f`,
  "\r": String.raw`\r`,
  '"': String.raw`\"`,
  "\\": String.raw`\\`,
};

/** A path as git shows it: in quotes, with what is not ASCII as octal bytes, where it has such characters. */
export function quotePath(path: string): string {
  return needsQuotes(path) ? `"${escapePath(path)}"` : path;
}

/** As {@link quotePath}, also for a path with a space: what `git status --short` does. */
export function quoteSpacedPath(path: string): string {
  return needsQuotes(path) || path.includes(" ") ? `"${escapePath(path)}"` : path;
}

function needsQuotes(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what git quotes
  return /[\u0000-\u001F"\\\u007F-\u{10FFFF}]/u.test(path);
}

function escapePath(path: string): string {
  return Array.from(path, escapeChar).join("");
}

function escapeChar(char: string): string {
  const escape = escapes[char];
  if (escape !== undefined) return escape;
  if (char >= " " && char <= "~") return char;
  return [...encoder.encode(char)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
