import { raise } from "../python-exception.ts";
import { numberOf } from "./equals.ts";
import { isIndex } from "./kinds.ts";
import type { PercentArguments } from "./percent-arguments.ts";

/** One `%…` of a format string. */
export interface PercentDirective {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly conversion: string;
  /** What stands before the conversion, for messages. */
  readonly before: string;
  readonly end: number;
}

const shape = /([-+ #0]*)(\*|[0-9]*)/y;
const precisionShape = /\.(\*|[0-9]*)/y;
const lengthShape = /[hlL]?/y;

/** What the C types can hold that Python keeps a size in. */
const sizes = {
  width: { limit: 2 ** 63, type: "ssize_t" },
  precision: { limit: 2 ** 31, type: "int" },
} as const;

/** Reads the directive whose `%` stands just before `start`, and takes what it needs besides the value. */
export function readDirective(
  format: string,
  start: number,
  args: PercentArguments,
): PercentDirective {
  let at = start;
  const take = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = at;
    const found = form.exec(format);
    at += found?.[0].length ?? 0;
    return found;
  };
  if (format.charAt(at) === "(") at += selectKey(format, at, args);
  const [, flags = "", widthText = ""] = take(shape) ?? [];
  const width = widthText === "" ? undefined : sizeOf(widthText, "width", args);
  const precisionText = take(precisionShape)?.[1];
  const precision =
    precisionText === undefined ? undefined : sizeOf(precisionText, "precision", args);
  take(lengthShape);
  const code = format.codePointAt(at);
  if (code === undefined) raise("ValueError", "incomplete format");
  const conversion = String.fromCodePoint(code);
  return {
    flags,
    width,
    precision,
    conversion,
    before: format.slice(0, at),
    end: at + conversion.length,
  };
}

/** The length of the key with its parentheses; it may itself hold balanced ones. */
function selectKey(format: string, start: number, args: PercentArguments): number {
  args.needMapping();
  let open = 0;
  for (let index = start; index < format.length; index += 1) {
    const char = format.charAt(index);
    if (char === "(") open += 1;
    if (char === ")") open -= 1;
    if (open > 0) continue;
    args.select(format.slice(start + 1, index));
    return index + 1 - start;
  }
  return raise("ValueError", "incomplete format key");
}

function sizeOf(text: string, what: "width" | "precision", args: PercentArguments): number {
  const { limit, type } = sizes[what];
  if (text !== "*") {
    if (Number(text) >= limit) raise("ValueError", `${what} too big`);
    return Number(text);
  }
  const value = args.next();
  if (!isIndex(value)) raise("TypeError", "* wants int");
  const size = Number(numberOf(value));
  if (size >= limit || size < -limit) {
    raise("OverflowError", `Python int too large to convert to C ${type}`);
  }
  return size;
}
