import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { ContextEnvelope, ContextInputs } from "../run-options.ts";

/** Additional context as envelopes; the short form becomes one envelope for each category. */
export function toEnvelopes(inputs: ContextInputs | undefined): readonly ContextEnvelope[] {
  if (inputs === undefined) return [];
  if (isEnvelopeList(inputs)) return inputs;
  return Object.entries(inputs).map(([category, value]) => ({
    category,
    content: contentOf(value),
  }));
}

function isEnvelopeList(inputs: ContextInputs): inputs is readonly ContextEnvelope[] {
  return Array.isArray(inputs) && !isJsonObject(inputs);
}

function contentOf(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
