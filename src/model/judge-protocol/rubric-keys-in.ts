import { isJsonObject, type JsonValue } from "../../core/json.ts";

/** The rubrics that a judge is asked about, read from the schema of its tool: what `grades` must have. */
export function rubricKeysIn(inputSchema: JsonValue | undefined): readonly string[] {
  const properties = isJsonObject(inputSchema) ? inputSchema["properties"] : undefined;
  const grades = isJsonObject(properties) ? properties["grades"] : undefined;
  const rubrics = isJsonObject(grades) ? grades["properties"] : undefined;
  return isJsonObject(rubrics) ? Object.keys(rubrics) : [];
}
