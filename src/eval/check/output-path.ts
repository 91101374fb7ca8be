import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";

/** The segments of a path such as `triage.final_answer.labels.0`; undefined when one is empty. */
export function outputPath(path: string): readonly [string, ...string[]] | undefined {
  // Flows write the channel in front; here it is always the same.
  const [first, ...others] = path.replace(/^context:/u, "").split(".");
  if (first === undefined || [first, ...others].some((segment) => segment.trim() === "")) {
    return undefined;
  }
  return [first, ...others];
}

/** What stands at a path, by own keys and indexes only. */
export function valueAt(root: JsonObject, segments: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const segment of segments) {
    if (Array.isArray(value)) value = /^\d+$/u.test(segment) ? value[Number(segment)] : undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, segment)) value = value[segment];
    else return undefined;
  }
  return value;
}
