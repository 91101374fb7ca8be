import { pyFloatRepr } from "./py-float-repr.ts";
import { PyFloat } from "./py-float.ts";
import { maxPyDepth, PyRecursionError } from "./py-recursion-error.ts";
import { pyIntText } from "./py-repr.ts";
import { isPyDict, type PyValue } from "./py-value.ts";

/** Python's `json.dumps(value, ensure_ascii=False)`: a space after each comma and colon. */
export function dumpPyJson(value: PyValue): string {
  return dumpAt(value, 0);
}

function dumpAt(value: PyValue, depth: number): string {
  if (depth > maxPyDepth) throw new PyRecursionError();
  if (value === null) return "null";
  if (typeof value === "string") return pyJsonString(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number" || typeof value === "bigint") return pyIntText(value);
  if (value instanceof PyFloat) return pyJsonFloat(value.value);
  if (isPyDict(value)) {
    const items = [...value].map(([key, item]) => {
      return `${pyJsonString(key)}: ${dumpAt(item, depth + 1)}`;
    });
    return `{${items.join(", ")}}`;
  }
  return `[${value.map((item) => dumpAt(item, depth + 1)).join(", ")}]`;
}

/** A float as Python's json module writes it; what JSON cannot say gets JavaScript's names. */
export function pyJsonFloat(value: number): string {
  return Number.isFinite(value) ? pyFloatRepr(value) : String(value);
}

// oxlint-disable-next-line no-control-regex
const special = /["\\\u0000-\u001f]/g;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A string literal as Python's json module writes it, with every other character as it is. */
export function pyJsonString(text: string): string {
  return `"${text.replace(special, (char) => shortEscapes[char] ?? escapeControl(char))}"`;
}

function escapeControl(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
