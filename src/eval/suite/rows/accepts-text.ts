import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { listOf } from "../../check/list-of.ts";
import type { SuitePath } from "../suite-reader.ts";

const maxDepth = 40;

/**
 * Whether a schema lets a text stand at a path below it. Where nothing is known, it does: what is wrong
 * is told when the case is read.
 */
export function acceptsText(
  schema: JsonValue | undefined,
  path: SuitePath,
  defs: JsonObject,
): boolean {
  return accepts(schema, path, { defs, depth: 0 });
}

interface Walk {
  readonly defs: JsonObject;
  readonly depth: number;
}

function accepts(schema: JsonValue | undefined, path: SuitePath, { defs, depth }: Walk): boolean {
  if (!isJsonObject(schema) || depth > maxDepth) return true;
  const inner = { defs, depth: depth + 1 };
  const { $ref: ref, anyOf, oneOf } = schema;
  if (typeof ref === "string") {
    return accepts(defs[ref.slice(ref.lastIndexOf("/") + 1)], path, inner);
  }
  const branches = [...listOf(anyOf), ...listOf(oneOf)];
  if (branches.length > 0) return branches.some((branch) => accepts(branch, path, inner));
  const [segment, ...rest] = path;
  if (segment === undefined) return isText(schema);
  const next = below(schema, segment);
  // A branch without such a part is not the one that is meant, unless it may be anything.
  return next === undefined ? isAnything(schema) : accepts(next, rest, inner);
}

function below(schema: JsonObject, segment: string | number): JsonValue | undefined {
  const { properties, additionalProperties, items } = schema;
  if (typeof segment === "number") return items;
  if (isJsonObject(properties) && Object.hasOwn(properties, segment)) return properties[segment];
  return isJsonObject(additionalProperties) ? additionalProperties : undefined;
}

function isText({ type, enum: values, const: value }: JsonObject): boolean {
  if (value !== undefined) return typeof value === "string";
  if (values !== undefined) return listOf(values).some((each) => typeof each === "string");
  return type === undefined || type === "string" || listOf(type).includes("string");
}

function isAnything({ type, properties, enum: values, const: value }: JsonObject): boolean {
  return [type, properties, values, value].every((keyword) => keyword === undefined);
}
