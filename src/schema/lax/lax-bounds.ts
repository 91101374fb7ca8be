import type { JsonObject } from "../../core/json.ts";
import { numberOf } from "../explain/schema-node.ts";
import { compilePattern } from "../linear-pattern.ts";
import type { ListBounds } from "./list-type.ts";
import type { NumberBounds } from "./number-bounds.ts";
import type { TextBounds } from "./text-type.ts";
import { unsupported } from "./unsupported.ts";

type Path = readonly (string | number)[];

/** The limits that a schema sets for a text. */
export function textBounds(schema: JsonObject, path: Path): TextBounds {
  const { pattern } = schema;
  return {
    minLength: count(schema, "minLength", path),
    maxLength: count(schema, "maxLength", path),
    pattern: typeof pattern === "string" ? compiled(pattern, path) : undefined,
  };
}

/** The limits that a schema sets for a list. */
export function listBounds(schema: JsonObject, path: Path): ListBounds {
  return {
    minItems: count(schema, "minItems", path),
    maxItems: count(schema, "maxItems", path),
  };
}

/** The limits that a schema sets for a number. */
export function numberBounds(schema: JsonObject): NumberBounds {
  return {
    multipleOf: numberOf(schema["multipleOf"]),
    maximum: numberOf(schema["maximum"]),
    exclusiveMaximum: numberOf(schema["exclusiveMaximum"]),
    minimum: numberOf(schema["minimum"]),
    exclusiveMinimum: numberOf(schema["exclusiveMinimum"]),
  };
}

/** The same for an int, which pydantic does not build with a limit that is none. */
export function intBounds(schema: JsonObject, path: Path): NumberBounds {
  const bounds = numberBounds(schema);
  for (const [keyword, bound] of Object.entries(bounds)) {
    if (typeof bound === "number" && !Number.isInteger(bound)) {
      throw unsupported([...path, keyword], `an integer cannot be bounded by ${bound}`);
    }
  }
  return bounds;
}

function count(schema: JsonObject, keyword: string, path: Path): number | undefined {
  const bound = numberOf(schema[keyword]);
  if (bound === undefined || (Number.isInteger(bound) && bound >= 0)) return bound;
  throw unsupported([...path, keyword], `${bound} is no count`);
}

function compiled(source: string, path: Path): TextBounds["pattern"] {
  try {
    return { source, compiled: compilePattern(source) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unsupported([...path, "pattern"], `cannot read the pattern: ${reason}`);
  }
}
