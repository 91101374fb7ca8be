import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";

const maxDepth = 12;

/** A value that a simple JSON Schema allows: of each alternative the first, of optional fields none. */
export function sampleValue(schema: JsonValue | undefined, depth = 0): JsonValue {
  if (!isJsonObject(schema) || depth > maxDepth) return "example";
  const { default: preset, const: only, enum: choices, anyOf, oneOf, type } = schema;
  if (preset !== undefined) return preset;
  if (only !== undefined) return only;
  for (const list of [choices, anyOf, oneOf]) {
    const first = Array.isArray(list) ? list[0] : undefined;
    if (first !== undefined) return list === choices ? first : sampleValue(first, depth + 1);
  }
  switch (Array.isArray(type) ? type[0] : type) {
    case "object":
      return sampleObject(schema, depth);
    case "array":
      return typeof schema["minItems"] === "number" && schema["minItems"] > 0
        ? Array.from({ length: Math.min(schema["minItems"], 10) }, () =>
            sampleValue(schema["items"], depth + 1),
          )
        : [];
    case "integer":
    case "number":
      return typeof schema["minimum"] === "number" ? Math.ceil(schema["minimum"]) : 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return schema["format"] === "uri" ? "https://gitlab.example.com/example/project" : "example";
  }
}

function sampleObject({ properties, required }: JsonObject, depth: number): JsonObject {
  const names = Array.isArray(required) ? required.map(String) : [];
  const known = isJsonObject(properties) ? properties : {};
  return Object.fromEntries(names.map((name) => [name, sampleValue(known[name], depth + 1)]));
}
