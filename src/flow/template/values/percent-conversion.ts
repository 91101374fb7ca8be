import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { codePointLength, codePointsOf } from "../text/code-points.ts";
import { numberOf } from "./equals.ts";
import { escapeHtml, escapeText } from "./escape.ts";
import { isIndex, isText, plain } from "./kinds.ts";
import type { NumberText } from "./number-text.ts";
import { floatNumber } from "./percent-float.ts";
import { intNumber } from "./percent-int.ts";
import { reprOf } from "./repr.ts";
import { textOf } from "./text-of.ts";
import type { Value } from "./value.ts";

/** One conversion with everything it needs. */
export interface PercentConversion {
  readonly value: Value;
  readonly conversion: string;
  readonly before: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly safe: boolean;
  readonly budget: Budget;
}

/** The text that one `%…` becomes. */
export function convert(request: PercentConversion): string {
  const { conversion, value, safe, budget } = request;
  switch (conversion) {
    case "s":
      return padText(safe ? escapeText(value, budget) : textOf(value, budget), request);
    case "r":
    case "a": {
      const text = reprOf(value, budget);
      const shown = conversion === "a" ? asciiOnly(text) : text;
      return padText(safe ? escapeHtml(shown) : shown, request);
    }
    case "c":
      return padText(oneCharacter(request), request);
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X":
      return padNumber(intNumber({ ...request, conversion }), request);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return padNumber(floatNumber({ ...request, conversion }), request);
    default:
      return unsupported(request);
  }
}

function unsupported({ conversion, before }: PercentConversion): never {
  const code = (conversion.codePointAt(0) ?? 0).toString(16);
  const shown = /[ -~]/.test(conversion) ? conversion : "?";
  const place = `(0x${code}) at index ${codePointLength(before)}`;
  raise("ValueError", `unsupported format character '${shown}' ${place}`);
}

/** Python's `ascii()`: the repr with everything else escaped. */
function asciiOnly(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[^\u0000-\u007f]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
  });
}

function oneCharacter({ value, safe }: PercentConversion): string {
  if (!safe && isText(value) && codePointLength(plain(value)) === 1) return plain(value);
  if (safe || !isIndex(value)) raise("TypeError", "%c requires int or char");
  const code = Number(numberOf(value));
  if (code < 0 || code > 0x10ffff) raise("OverflowError", "%c arg not in range(0x110000)");
  return String.fromCodePoint(code);
}

function padText(text: string, { flags, width, precision, conversion }: PercentConversion): string {
  const cut =
    precision === undefined || conversion === "c"
      ? text
      : codePointsOf(text).slice(0, precision).join("");
  const padding = " ".repeat(Math.max(0, width - codePointLength(cut)));
  return flags.includes("-") ? cut + padding : padding + cut;
}

function padNumber(number: NumberText, { flags, width }: PercentConversion): string {
  const plus = flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const head = (number.sign || plus) + number.prefix;
  const missing = Math.max(0, width - head.length - number.digits.length);
  if (flags.includes("-")) return head + number.digits + " ".repeat(missing);
  if (flags.includes("0")) return head + "0".repeat(missing) + number.digits;
  return " ".repeat(missing) + head + number.digits;
}
