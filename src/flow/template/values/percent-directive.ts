import { raise } from "../python-exception.ts";

/** One `%…` of a format string, before its arguments are known. */
export interface PercentDirective {
  readonly key: string | undefined;
  readonly flags: string;
  readonly width: number | "*" | undefined;
  readonly precision: number | "*" | undefined;
  readonly conversion: string;
  /** Where the conversion stands, for messages. */
  readonly index: number;
  readonly end: number;
}

const shape = /([-+ #0]*)(\*|[0-9]*)(?:\.(\*|[0-9]*))?[hlL]?/y;

/** Reads the directive whose `%` stands just before `start`. */
export function readDirective(format: string, start: number): PercentDirective {
  const key = format.charAt(start) === "(" ? readKey(format, start) : undefined;
  shape.lastIndex = key === undefined ? start : start + key.length + 2;
  const [, flags = "", width = "", precision] = shape.exec(format) ?? [];
  const index = shape.lastIndex;
  const code = format.codePointAt(index);
  if (code === undefined) raise("ValueError", "incomplete format");
  const conversion = String.fromCodePoint(code);
  return {
    key,
    flags,
    width: width === "" ? undefined : sizeOf(width, "width"),
    precision: precision === undefined ? undefined : sizeOf(precision, "precision"),
    conversion,
    index,
    end: index + conversion.length,
  };
}

/** A key may itself hold balanced parentheses. */
function readKey(format: string, start: number): string {
  let open = 0;
  for (let index = start; index < format.length; index += 1) {
    const char = format.charAt(index);
    if (char === "(") open += 1;
    if (char === ")") open -= 1;
    if (open === 0) return format.slice(start + 1, index);
  }
  return raise("ValueError", "incomplete format key");
}

function sizeOf(text: string, what: string): number | "*" {
  if (text === "*") return "*";
  const size = Number(text);
  if (!Number.isSafeInteger(size)) raise("ValueError", `${what} too big`);
  return size;
}
