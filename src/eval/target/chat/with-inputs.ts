import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import type { RunContext } from "../../../engine/index.ts";

type Envelopes = Extract<NonNullable<RunContext["inputs"]>, readonly unknown[]>;

/** A context with what every conversation of a target is given; what the case itself brings counts more. */
export function withInputs(context: RunContext, given: JsonObject): RunContext {
  const { inputs } = context;
  const own = inputs === undefined ? [] : isJsonObject(inputs) ? envelopesOf(inputs) : inputs;
  const taken = new Set(own.map(({ category }) => category));
  const around = envelopesOf(given).filter(({ category }) => !taken.has(category));
  const all = [...around, ...own];
  return all.length === 0 ? context : { ...context, inputs: all };
}

function envelopesOf(values: { readonly [category: string]: JsonValue }): Envelopes {
  return Object.entries(values).map(([category, value]) => ({
    category,
    content: typeof value === "string" ? value : JSON.stringify(value),
  }));
}
