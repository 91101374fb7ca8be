import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { CheckPath, CheckReader } from "./check-reader.ts";

/** How often something is to happen; both bounds count. */
export interface Times {
  readonly min: number;
  readonly max: number;
}

const count: JsonObject = { type: "integer", minimum: 0, maximum: 1_000_000 };

/** JSON Schema of a number of times: one number, or a range. */
export const timesSchema: JsonObject = {
  description: "How often: a number, or { min, max }.",
  anyOf: [
    count,
    { type: "object", additionalProperties: false, properties: { min: count, max: count } },
  ],
};

/** Reads a number of times; `once` or more when there is none; undefined when it makes no sense. */
export function readTimes(
  value: JsonValue | undefined,
  path: CheckPath,
  reader: CheckReader,
): Times | undefined {
  if (value === undefined) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (typeof value === "number") return { min: value, max: value };
  const { min, max } = isJsonObject(value) ? value : {};
  const times = {
    min: typeof min === "number" ? min : 0,
    max: typeof max === "number" ? max : Number.POSITIVE_INFINITY,
  };
  if (times.min > times.max) {
    reader.invalid(path, `no number is at least ${times.min} and at most ${times.max}`);
    return undefined;
  }
  if (times.min === 0 && times.max === Number.POSITIVE_INFINITY) {
    reader.nothingToCheck(path, "any number of times is right");
    return undefined;
  }
  return times;
}

/** `once`, `3 times`, `1 to 2 times`, `at least once`. */
export function timesText({ min, max }: Times): string {
  if (min === max) return countText(min);
  if (max === Number.POSITIVE_INFINITY) return `at least ${countText(min)}`;
  if (min === 0) return `at most ${countText(max)}`;
  return `${min} to ${max} times`;
}

/** A count in words: `never`, `once`, `3 times`. */
export function countText(times: number): string {
  if (times === 0) return "never";
  return times === 1 ? "once" : `${times} times`;
}
