import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { fromJson } from "../../core/python/convert.ts";
import { pyStr } from "../../core/python/py-str.ts";

/** What is known of a value before anything runs. */
export interface Shape {
  readonly kind: "text" | "flag" | "integer" | "number" | "list" | "mapping" | "any";
  /** Of a mapping that has these and no others. */
  readonly fields?: ReadonlyMap<string, Shape>;
  /** Everything that Python's `str()` may make of it, where that is a closed set. */
  readonly texts?: readonly string[];
  /** It may be null although the field is there. */
  readonly nullable?: boolean;
}

export const text: Shape = { kind: "text" };
export const integer: Shape = { kind: "integer" };
export const list: Shape = { kind: "list" };
export const mapping: Shape = { kind: "mapping" };
export const anything: Shape = { kind: "any" };
export const flag: Shape = { kind: "flag", texts: ["True", "False"] };

export function oneOf(...texts: readonly string[]): Shape {
  return { kind: "text", texts };
}

export function orNull(shape: Shape): Shape {
  return { ...shape, nullable: true };
}

/** What an answer by a response schema looks like: every field is there, and null if it was left out. */
export function shapeOfSchema({ properties, required }: JsonObject): Shape {
  if (!isJsonObject(properties)) return mapping;
  const needed = new Set<JsonValue>(Array.isArray(required) ? required : []);
  const fields = Object.entries(properties).map(([name, field]) => {
    const shape = shapeOfField(field);
    return [name, needed.has(name) || hasDefault(field) ? shape : orNull(shape)] as const;
  });
  return { kind: "mapping", fields: new Map(fields) };
}

function hasDefault(field: JsonValue): boolean {
  return isJsonObject(field) && field["default"] !== undefined && field["default"] !== null;
}

/** The service reads `const`, `enum` and `type`, and takes what it does not know for a text. */
function shapeOfField(field: JsonValue): Shape {
  if (!isJsonObject(field)) return anything;
  const { type } = field;
  const choices = field["const"] === undefined ? field["enum"] : [field["const"]];
  // A default need not be one of the choices.
  if (Array.isArray(choices))
    return { kind: "any", texts: [...choices, ...defaultOf(field)].map(printed) };
  if (type === "array") return list;
  if (type === "object") return shapeOfSchema(field);
  if (type === "boolean") return flag;
  if (type === "integer" || type === "number") return { kind: type };
  return text;
}

function defaultOf(field: JsonObject): readonly JsonValue[] {
  return field["default"] === undefined ? [] : [field["default"]];
}

function printed(value: JsonValue): string {
  return pyStr(fromJson(value));
}
