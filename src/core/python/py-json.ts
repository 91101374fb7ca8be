import { PyFloat } from "./py-float.ts";
import { PyJsonError } from "./py-json-error.ts";
import { maxPyDepth } from "./py-recursion-error.ts";
import type { PyDict, PyValue } from "./py-value.ts";

/**
 * JSON as Python's `json.loads` reads it: `1` and `1.0` stay different, whole numbers keep all their
 * digits, the last of two equal keys wins, and NaN and the infinities are numbers.
 */
export function parsePyJson(text: string): PyValue {
  return new PyJsonReader(text).readAll();
}

const numberPattern = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
// oxlint-disable-next-line no-control-regex -- anything but a quote, a backslash or a control character.
const plainText = /[^"\\\u0000-\u001f]*/y;
const unicodeEscape = /[0-9a-fA-F]{4}/y;
/** Python refuses longer ints (`sys.set_int_max_str_digits`), which also bounds the time they take. */
const maxIntDigits = 4300;

const words: readonly (readonly [word: string, value: PyValue])[] = [
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", new PyFloat(Number.NaN)],
  ["Infinity", new PyFloat(Number.POSITIVE_INFINITY)],
  ["-Infinity", new PyFloat(Number.NEGATIVE_INFINITY)],
];

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class PyJsonReader {
  private readonly text: string;
  private offset = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  readAll(): PyValue {
    if (this.text.startsWith("\ufeff")) this.fail("Unexpected UTF-8 BOM");
    this.skipSpace();
    const value = this.readValue();
    this.skipSpace();
    if (this.offset < this.text.length) this.fail("Extra data");
    return value;
  }

  private readValue(): PyValue {
    switch (this.text.charAt(this.offset)) {
      case "{":
        return this.nested(() => this.readObject());
      case "[":
        return this.nested(() => this.readArray());
      case '"':
        return this.readString();
      default:
        return this.readWordOrNumber();
    }
  }

  private nested(read: () => PyValue): PyValue {
    if (this.depth >= maxPyDepth) this.fail("Nested too deeply");
    this.depth += 1;
    this.offset += 1;
    this.skipSpace();
    const value = read();
    this.depth -= 1;
    return value;
  }

  private readObject(): PyDict {
    const dict = new Map<string, PyValue>();
    if (this.take("}")) return dict;
    for (;;) {
      if (this.text[this.offset] !== '"') {
        this.fail("Expecting property name enclosed in double quotes");
      }
      const key = this.readString();
      this.skipSpace();
      if (!this.take(":")) this.fail("Expecting ':' delimiter");
      this.skipSpace();
      dict.set(key, this.readValue());
      this.skipSpace();
      if (this.take("}")) return dict;
      if (!this.take(",")) this.fail("Expecting ',' delimiter");
      this.skipSpace();
    }
  }

  private readArray(): readonly PyValue[] {
    const items: PyValue[] = [];
    if (this.take("]")) return items;
    for (;;) {
      items.push(this.readValue());
      this.skipSpace();
      if (this.take("]")) return items;
      if (!this.take(",")) this.fail("Expecting ',' delimiter");
      this.skipSpace();
    }
  }

  private readString(): string {
    const start = this.offset;
    this.offset += 1;
    const parts: string[] = [];
    for (;;) {
      plainText.lastIndex = this.offset;
      const plain = plainText.exec(this.text)?.[0] ?? "";
      this.offset += plain.length;
      parts.push(plain);
      if (this.take('"')) return parts.join("");
      if (this.offset >= this.text.length) this.failAt("Unterminated string starting at", start);
      if (!this.take("\\")) this.fail("Invalid control character at");
      parts.push(this.readEscape(start));
    }
  }

  private readEscape(start: number): string {
    const char = this.text[this.offset];
    if (char === undefined) return this.failAt("Unterminated string starting at", start);
    if (char === "u") {
      unicodeEscape.lastIndex = this.offset + 1;
      const digits = unicodeEscape.exec(this.text)?.[0];
      if (digits === undefined) this.failAt("Invalid \\uXXXX escape", this.offset);
      this.offset += 5;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const short = Object.hasOwn(shortEscapes, char) ? shortEscapes[char] : undefined;
    if (short === undefined) this.failAt("Invalid \\escape", this.offset - 1);
    this.offset += 1;
    return short;
  }

  private readWordOrNumber(): PyValue {
    for (const [word, value] of words) {
      if (!this.text.startsWith(word, this.offset)) continue;
      this.offset += word.length;
      return value;
    }
    return this.readNumber();
  }

  private readNumber(): PyValue {
    numberPattern.lastIndex = this.offset;
    const match = numberPattern.exec(this.text);
    if (match === null) this.fail("Expecting value");
    const [all, whole = "", fraction, exponent] = match;
    const isFloat = fraction !== undefined || exponent !== undefined;
    if (!isFloat && whole.length > maxIntDigits) this.fail("Number with too many digits");
    this.offset += all.length;
    if (isFloat) return new PyFloat(Number(all));
    const value = Number(whole);
    // Python has no negative zero among its ints.
    return Number.isSafeInteger(value) ? value + 0 : BigInt(whole);
  }

  private take(char: string): boolean {
    if (this.text[this.offset] !== char) return false;
    this.offset += 1;
    return true;
  }

  private skipSpace(): void {
    while (" \t\n\r".includes(this.text[this.offset] ?? "x")) this.offset += 1;
  }

  private fail(expected: string): never {
    this.failAt(expected, this.offset);
  }

  private failAt(expected: string, offset: number): never {
    throw new PyJsonError(expected, this.text, offset);
  }
}
