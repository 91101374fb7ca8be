import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import { isJsonArray } from "../../src/core/match/json-array.ts";
import type { RunContext } from "../../src/engine/index.ts";

/** Additional context of a `context:` block as the engine takes it; undefined where the block has none. */
export function contextInputs(value: JsonValue | undefined): RunContext["inputs"] {
  if (isJsonObject(value)) return value;
  if (!isJsonArray(value)) return undefined;
  return value.filter(isJsonObject).map((envelope) => {
    const { metadata } = envelope;
    return {
      category: textOf(envelope, "category") ?? "",
      id: textOf(envelope, "id"),
      content: textOf(envelope, "content"),
      metadata: isJsonObject(metadata) ? metadata : undefined,
    };
  });
}

/** Additional context with more categories: in a list of envelopes, each becomes one of them. */
export function withCategories(inputs: JsonValue | undefined, categories: JsonObject): JsonValue {
  if (!isJsonArray(inputs)) return { ...(isJsonObject(inputs) ? inputs : {}), ...categories };
  const added = Object.entries(categories).map(([category, value]) => ({
    category,
    content: typeof value === "string" ? value : JSON.stringify(value),
  }));
  return [...inputs, ...added];
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}
