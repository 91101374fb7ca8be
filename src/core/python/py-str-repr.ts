// What Python's str.isprintable() refuses, by category; the space is the one separator it accepts.
const special = /[\\'"\p{C}]|[^\P{Z} ]/u;
const specials = new RegExp(special.source, "gu");

/** Python's `repr(str)`: double quotes only where the text has single ones and no double ones. */
export function pyStrRepr(text: string): string {
  if (!special.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + text.replace(specials, (char) => escapeChar(char, quote)) + quote;
}

function escapeChar(char: string, quote: string): string {
  if (char === "'" || char === '"') return char === quote ? `\\${char}` : char;
  const short = shortEscapes[char];
  if (short !== undefined) return short;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}
