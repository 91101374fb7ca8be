import { failSource, SourceError } from "./source-error.ts";

/** Where the literal that begins at `start` ends, behind its quote; undefined when it does not. */
export function stringLiteralEnd(source: string, start: number): number | undefined {
  const quote = source.charCodeAt(start);
  for (let index = start + 1; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === quote) return index + 1;
    if (code === backslash) index += 1;
  }
  return undefined;
}

const backslash = 0x5c;

/** What a string literal stands for. Jinja2 reads its inside as Python's `unicode-escape` does. */
export function readStringLiteral(inside: string, at: number): string {
  if (!inside.includes("\\")) return inside;
  return asEscapes(inside).replace(escape, (...parts: unknown[]) => {
    const [whole = "", octal, hex, other] = parts.slice(0, 4).map(textOrUndefined);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (hex !== undefined) return character(Number.parseInt(hex.slice(1), 16), at);
    return shortEscape(whole, other ?? "", at);
  });
}

function textOrUndefined(part: unknown): string | undefined {
  return typeof part === "string" ? part : undefined;
}

const escape = /\\(?:([0-7]{1,3})|(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|([^]))/g;

/** A backslash before a letter beyond ASCII escapes that letter's own escape, and so shows it. */
function asEscapes(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[^\u0000-\u007f]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x100) return `\\x${hexText(code, 2)}`;
    return code < 0x10000 ? `\\u${hexText(code, 4)}` : `\\U${hexText(code, 8)}`;
  });
}

function hexText(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}

function character(code: number, at: number): string {
  return code <= 0x10ffff
    ? String.fromCodePoint(code)
    : failSource("illegal Unicode character", at);
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const truncated: Readonly<Record<string, string>> = {
  x: "truncated \\xXX escape",
  u: "truncated \\uXXXX escape",
  U: "truncated \\UXXXXXXXX escape",
};

function shortEscape(whole: string, char: string, at: number): string {
  if (char === "N") {
    throw new SourceError("TemplateSyntaxError", "\\N{…} escapes are not supported", at);
  }
  return truncated[char] === undefined
    ? (shortEscapes[char] ?? whole)
    : failSource(truncated[char], at);
}
