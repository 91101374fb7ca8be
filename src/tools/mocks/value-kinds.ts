import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

const maxDepth = 30;

/** A schema with what its references lead to. */
export interface RootedSchema {
  readonly schema: JsonValue | undefined;
  readonly root: JsonObject;
}

/** The alternatives of a schema, references followed; undefined where it may be anything. */
export function branchesOf(
  { schema, root }: RootedSchema,
  depth = 0,
): readonly JsonObject[] | undefined {
  if (!isJsonObject(schema) || depth > maxDepth) return undefined;
  const { $ref: ref, anyOf, oneOf } = schema;
  if (typeof ref === "string") {
    return branchesOf({ schema: referenced(ref, root), root }, depth + 1);
  }
  const alternatives = isJsonArray(anyOf) ? anyOf : isJsonArray(oneOf) ? oneOf : undefined;
  if (alternatives === undefined) return schema["allOf"] === undefined ? [schema] : undefined;
  const branches: JsonObject[] = [];
  for (const each of alternatives) {
    const found = branchesOf({ schema: each, root }, depth + 1);
    if (found === undefined) return undefined;
    branches.push(...found);
  }
  return branches;
}

function referenced(ref: string, root: JsonObject): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const key of ref.replace(/^#\/?/u, "").split("/")) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** What a value may be by a schema's alternatives: names of JSON's types; undefined for anything. */
export function kindsOf(branches: readonly JsonObject[]): ReadonlySet<string> | undefined {
  const kinds = new Set<string>();
  for (const branch of branches) {
    const found = kindsOfBranch(branch);
    if (found === undefined) return undefined;
    for (const kind of found) kinds.add(kind);
  }
  return kinds;
}

function kindsOfBranch({
  type,
  enum: values,
  const: value,
}: JsonObject): readonly string[] | undefined {
  if (typeof type === "string") return [type];
  if (isJsonArray(type)) return type.filter((each) => typeof each === "string");
  if (isJsonArray(values)) return values.map(kindOfValue);
  return value === undefined ? undefined : [kindOfValue(value)];
}

/** The type of a value; `integer` for whole numbers. */
export function kindOfValue(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "a map",
};

/** Kinds as a sentence names them: `a whole number or a text`. */
export function kindsText(kinds: ReadonlySet<string>): string {
  const named = [...kinds].filter((kind) => kind !== "null").map((kind) => words[kind] ?? kind);
  return named.length === 0 ? "null" : named.join(" or ");
}
