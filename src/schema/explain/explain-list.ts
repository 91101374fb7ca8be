import type { JsonObject, JsonValue } from "../../core/json.ts";
import { jsonEqual } from "../../core/match/json-equal.ts";
import type { Context } from "./context.ts";
import { type Finding, here, within } from "./finding.ts";
import { numberOf, subSchema, subSchemas } from "./schema-node.ts";

/** What the keywords for arrays say about a list. */
export function explainList(
  schema: JsonObject,
  value: readonly JsonValue[],
  context: Context,
): Finding[] {
  const items = value.flatMap((item, index) => {
    return context
      .explain(itemSchema(schema, index), item)
      .map((finding) => within(index, finding));
  });
  return [...lengthFindings(schema, value), ...items, ...contained(schema, value, context)];
}

/** Draft-07 says `items: […], additionalItems`; 2020-12 says `prefixItems: […], items`. */
function itemSchema(schema: JsonObject, index: number): JsonObject | boolean {
  const { items, prefixItems, additionalItems } = schema;
  const inOrder = subSchemas(prefixItems ?? items);
  const rest = Array.isArray(items) ? additionalItems : items;
  return inOrder[index] ?? subSchema(rest) ?? true;
}

function lengthFindings(schema: JsonObject, value: readonly JsonValue[]): Finding[] {
  const count = value.length;
  const least = numberOf(schema["minItems"]) ?? 0;
  const most = numberOf(schema["maxItems"]) ?? Infinity;
  if (count < least) {
    return [here("detail", (name) => `${name} needs at least ${counted(least)}, not ${count}`)];
  }
  if (count > most) {
    return [here("detail", (name) => `${name} may have at most ${counted(most)}, not ${count}`)];
  }
  return schema["uniqueItems"] === true ? repeated(value) : [];
}

function repeated(value: readonly JsonValue[]): Finding[] {
  const index = value.findIndex((item, at) => {
    return value.slice(0, at).some((before) => jsonEqual(before, item));
  });
  if (index < 0) return [];
  const finding = here("detail", (name) => `${name} repeats an earlier item of the list`);
  return [within(index, finding)];
}

function contained(
  schema: JsonObject,
  value: readonly JsonValue[],
  context: Context,
): readonly Finding[] {
  const wanted = subSchema(schema["contains"]);
  if (wanted === undefined) return [];
  if (value.some((item) => context.explain(wanted, item).length === 0)) return [];
  return [here("detail", (name) => `${name} lacks an item of the kind that it must have`)];
}

function counted(count: number): string {
  return count === 1 ? "one item" : `${count} items`;
}
