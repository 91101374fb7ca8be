import { isJsonObject, type JsonValue } from "../../core/json.ts";

const maxCriteria = 1000;

/**
 * How many criteria a judge is asked about, read from the schema of its tool: the number of entries
 * that `verdicts` must have. Undefined where the schema does not say.
 */
export function criteriaCount(inputSchema: JsonValue | undefined): number | undefined {
  const verdicts = at(at(inputSchema, "properties"), "verdicts");
  const count =
    at(verdicts, "minItems") ??
    at(verdicts, "maxItems") ??
    at(at(at(at(verdicts, "items"), "properties"), "criterion"), "maximum");
  if (typeof count !== "number" || !Number.isInteger(count)) return undefined;
  return count >= 1 && count <= maxCriteria ? count : undefined;
}

function at(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
