import type { PyValue } from "../../core/python/py-value.ts";
import { refused, type Refused } from "./lax-type.ts";

/** What a number may be, by the keywords of JSON Schema. */
export interface NumberBounds {
  readonly multipleOf?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMaximum?: number | undefined;
  readonly minimum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
}

/** Whether there is any bound at all. */
export function isBounded(bounds: NumberBounds): boolean {
  return Object.values(bounds).some((bound) => bound !== undefined);
}

type Rule = readonly [
  bound: number | undefined,
  holds: (bound: number) => boolean,
  type: string,
  words: string,
];

/** The first bound that an int (a bigint) or a float breaks, in pydantic's order. */
export function brokenBound(
  number: number | bigint,
  bounds: NumberBounds,
  input: PyValue,
): Refused | undefined {
  const rules: readonly Rule[] = [
    [bounds.multipleOf, (bound) => isMultiple(number, bound), "multiple_of", "a multiple of"],
    [bounds.maximum, (bound) => number <= bound, "less_than_equal", "less than or equal to"],
    [bounds.exclusiveMaximum, (bound) => number < bound, "less_than", "less than"],
    [bounds.minimum, (bound) => number >= bound, "greater_than_equal", "greater than or equal to"],
    [bounds.exclusiveMinimum, (bound) => number > bound, "greater_than", "greater than"],
  ];
  const broken = rules.find(([bound, holds]) => bound !== undefined && !holds(bound));
  if (broken === undefined) return undefined;
  const [bound, , type, words] = broken;
  return refused(type, `Input should be ${words} ${bound}`, input);
}

/** Exact for ints; for floats within a billionth, as pydantic allows. */
function isMultiple(number: number | bigint, divisor: number): boolean {
  if (typeof number === "bigint") return number % BigInt(divisor) === 0n;
  const rest = Math.abs(number % divisor);
  const tolerance = Math.abs(number) / 1e9;
  return !(rest > tolerance && Math.abs(rest - divisor) > tolerance);
}
