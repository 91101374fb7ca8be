import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { IOKey, StateKey } from "../../flow/index.ts";
import type { ContextEnvelope } from "../run-options.ts";

/**
 * Additional context by category: the last envelope wins, and what is not JSON is not there.
 *
 * @param takesTexts whether what is not JSON is a text instead
 */
export function contextByCategory(
  envelopes: readonly ContextEnvelope[],
  takesTexts = false,
): PyDict {
  const values = new Map<string, PyValue>();
  for (const { category, content } of envelopes) {
    const text = takesTexts ? content : undefined;
    const value = content === undefined ? undefined : (readJson(content) ?? text);
    if (value !== undefined) values.set(category, value);
  }
  return values;
}

/**
 * The variables of the first pass: inputs in mapping form that read additional context. A missing
 * optional one is null; a missing required one stays unknown and is left to the second pass.
 */
export function contextVariables(inputs: readonly IOKey[], context: PyDict): PyDict {
  const variables = new Map<string, PyValue>();
  for (const input of inputs) {
    if (!readsContext(input)) continue;
    const value = input.path
      .slice(1)
      .reduce<PyValue | undefined>(
        (dict, key) => (isPyDict(dict) ? dict.get(key) : undefined),
        context,
      );
    if (value !== undefined) variables.set(input.variable, value);
    else if (input.optional) variables.set(input.variable, null);
  }
  return variables;
}

function readsContext(input: IOKey): input is StateKey {
  return (
    input.target === "context" &&
    input.form === "mapping" &&
    input.from.startsWith("context:inputs.")
  );
}

function readJson(text: string): PyValue | undefined {
  try {
    return parsePyJson(text);
  } catch (error) {
    if (error instanceof PyJsonError) return undefined;
    throw error;
  }
}
