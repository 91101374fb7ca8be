import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";

/** What a value is read with: where it stands, and what becomes of the functions in it. */
interface PlainOptions {
  /** For messages. */
  readonly file: string;
  /** What stands for a function; undefined where there must be none. */
  readonly onFunction?: (path: readonly string[], given: unknown) => JsonValue | undefined;
}

/**
 * A value of a program as JSON. Keys that are undefined are left out, as everywhere in JavaScript;
 * everything else that JSON cannot say would be lost without a word, and so is refused.
 *
 * @throws AppError EVAL_SUITE_INVALID
 */
export function plainJson(
  value: unknown,
  path: readonly string[],
  options: PlainOptions,
): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    return value.map((item, index) => plainJson(item, [...path, String(index)], options));
  }
  const replaced = options.onFunction?.(path, value);
  if (replaced !== undefined) return replaced;
  if (isPlain(value)) return plainMap(value, path, options);
  throw new AppError("EVAL_SUITE_INVALID", `${path.join(".")} is ${kindOf(value)}, not JSON`, {
    hint: "write a text, a number, a list or a map; matchers are maps as { $contains: … }",
    place: { file: options.file },
  });
}

/** The same for the keys of an object. */
export function plainMap(
  value: object,
  path: readonly string[],
  options: PlainOptions,
): JsonObject {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [key, plainJson(item, [...path, key], options)] as const);
  // Not an assignment: a key may be called `__proto__`.
  return Object.fromEntries(entries);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A map of another realm has another prototype, which itself has none.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function kindOf(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (typeof value === "number" || typeof value === "bigint") return `${typeof value} ${value}`;
  if (typeof value !== "object") return typeof value;
  const name: unknown = value?.constructor.name;
  return typeof name === "string" && name !== "" ? `a ${name}` : "an object";
}
