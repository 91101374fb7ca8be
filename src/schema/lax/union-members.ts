import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { literalsOf, listOf, typesOf } from "../explain/schema-node.ts";

/** One of the schemas that a value may follow, with the way to it. */
export interface UnionMember {
  readonly schema: JsonValue;
  readonly path: readonly (string | number)[];
}

/**
 * The alternatives that a schema stands for: those of `anyOf` and of a list of types. As in Python, where
 * a union inside a union is one union and a type counts once, they are flat and each is there once.
 */
export function unionMembers(schema: JsonObject): readonly UnionMember[] {
  const members = new Map<string, UnionMember>();
  for (const member of flatten({ schema, path: [] })) {
    const identity = JSON.stringify(member.schema);
    if (!members.has(identity)) members.set(identity, member);
  }
  return [...members.values()];
}

/** Whether a schema allows null and nothing else. */
export function isNullSchema(schema: JsonValue): boolean {
  return isJsonObject(schema) && schema["type"] === "null";
}

function flatten(member: UnionMember): readonly UnionMember[] {
  const { schema, path } = member;
  if (!isJsonObject(schema) || literalsOf(schema) !== undefined) return [member];
  const keyword = schema["anyOf"] === undefined ? "oneOf" : "anyOf";
  if (schema[keyword] !== undefined) {
    return listOf(schema[keyword]).flatMap((inner, index) => {
      return flatten({ schema: inner, path: [...path, keyword, index] });
    });
  }
  if (!Array.isArray(schema["type"])) return [member];
  return (typesOf(schema) ?? []).map((type) => ({ schema: { ...schema, type }, path }));
}
