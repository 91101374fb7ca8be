import type { JsonObject } from "../../core/json.ts";
import type { Context } from "./context.ts";
import { type Finding, here } from "./finding.ts";
import { shown } from "./named.ts";
import { numberOf } from "./schema-node.ts";

/** What the keywords for strings say about a text. */
export function explainText(schema: JsonObject, value: string, context: Context): Finding[] {
  const length = Array.from(value).length;
  const least = numberOf(schema["minLength"]) ?? 0;
  const most = numberOf(schema["maxLength"]) ?? Infinity;
  if (length < least) {
    const wanted = least === 1 ? "must not be empty" : `needs at least ${least} characters`;
    return [here("detail", (name) => `${name} ${wanted}`)];
  }
  if (length > most) {
    const told = `may have at most ${most} characters, not ${length}`;
    return [here("detail", (name) => `${name} ${told}`)];
  }
  const { pattern, description } = schema;
  if (typeof pattern !== "string" || context.matches(pattern, value)) return [];
  const hint = typeof description === "string" ? description : undefined;
  return [
    here("detail", (name) => `${name} has to match ${pattern}, not ${shown(value)}`, { hint }),
  ];
}

/** What the keywords for numbers say about a number. */
export function explainNumber(schema: JsonObject, value: number): Finding[] {
  for (const [keyword, holds, words] of limits) {
    const bound = numberOf(schema[keyword]);
    if (bound !== undefined && !holds(value, bound)) {
      return [here("detail", (name) => `${name} has to be ${words} ${bound}, not ${value}`)];
    }
  }
  return [];
}

type Limit = readonly [
  keyword: string,
  holds: (value: number, bound: number) => boolean,
  words: string,
];

const limits: readonly Limit[] = [
  ["minimum", (value, bound) => value >= bound, "at least"],
  ["maximum", (value, bound) => value <= bound, "at most"],
  ["exclusiveMinimum", (value, bound) => value > bound, "more than"],
  ["exclusiveMaximum", (value, bound) => value < bound, "less than"],
  ["multipleOf", (value, bound) => Number.isInteger(value / bound), "a multiple of"],
];
