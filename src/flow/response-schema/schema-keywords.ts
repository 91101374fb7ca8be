import { PyFloat } from "../../core/python/py-float.ts";
import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";

/** What a keyword's value must be, in the words of a message. */
interface Keyword {
  readonly wanted: string;
  readonly accepts: (value: PyValue) => boolean;
}

/** The words that `type` may have. */
export const schemaTypes: readonly string[] = [
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
];

/** The number that a value is, whether Python calls it an int or a float. */
export function numberOf(value: PyValue | undefined): number | undefined {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" ? value : undefined;
}

const isText = (value: PyValue): boolean => typeof value === "string";
const isBoolean = (value: PyValue): boolean => typeof value === "boolean";
const isSchema = (value: PyValue): boolean => isPyDict(value) || isBoolean(value);
const isTexts = (value: PyValue): boolean => {
  return isPyList(value) && value.every(isText) && new Set(value).size === value.length;
};

const text: Keyword = { wanted: "a text", accepts: isText };
const boolean: Keyword = { wanted: "true or false", accepts: isBoolean };
const number: Keyword = { wanted: "a number", accepts: (value) => numberOf(value) !== undefined };
const list: Keyword = { wanted: "a list", accepts: isPyList };
const mapping: Keyword = { wanted: "a mapping", accepts: isPyDict };
const schema: Keyword = { wanted: "a schema", accepts: isSchema };
const schemas: Keyword = {
  wanted: "a list of schemas",
  accepts: (value) => isPyList(value) && value.length > 0 && value.every(isSchema),
};
const count: Keyword = {
  wanted: "a whole number from 0",
  accepts: (value) => {
    const whole = numberOf(value);
    return whole !== undefined && Number.isInteger(whole) && whole >= 0;
  },
};

/** JSON Schema of draft 7, as far as it says what values its keywords have. */
export const schemaKeywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ["$comment", text],
  ["$id", text],
  ["$ref", text],
  ["title", text],
  ["description", text],
  ["format", text],
  ["pattern", text],
  ["contentMediaType", text],
  ["contentEncoding", text],
  ["readOnly", boolean],
  ["writeOnly", boolean],
  ["uniqueItems", boolean],
  ["maximum", number],
  ["minimum", number],
  ["exclusiveMaximum", number],
  ["exclusiveMinimum", number],
  ["multipleOf", { wanted: "a number above 0", accepts: (value) => (numberOf(value) ?? 0) > 0 }],
  ["maxLength", count],
  ["minLength", count],
  ["maxItems", count],
  ["minItems", count],
  ["maxProperties", count],
  ["minProperties", count],
  ["enum", list],
  ["examples", list],
  ["required", { wanted: "a list of different texts", accepts: isTexts }],
  ["properties", mapping],
  ["patternProperties", mapping],
  ["definitions", mapping],
  ["$defs", mapping],
  ["dependencies", mapping],
  ["items", { wanted: "a schema", accepts: (value) => isSchema(value) || schemas.accepts(value) }],
  ["additionalProperties", schema],
  ["additionalItems", schema],
  ["propertyNames", schema],
  ["contains", schema],
  ["not", schema],
  ["if", schema],
  ["then", schema],
  ["else", schema],
  ["allOf", schemas],
  ["anyOf", schemas],
  ["oneOf", schemas],
  [
    "type",
    {
      wanted: `one of ${schemaTypes.join(", ")}`,
      accepts: (value) =>
        isType(value) ||
        (isTexts(value) && isPyList(value) && value.length > 0 && value.every(isType)),
    },
  ],
]);

function isType(value: PyValue): boolean {
  return typeof value === "string" && schemaTypes.includes(value);
}

/** Keywords whose value is a schema, a list of schemas, or a mapping to schemas. */
export const nestedSchemas: {
  readonly single: readonly string[];
  readonly lists: readonly string[];
  readonly mappings: readonly string[];
} = {
  single: [
    "items",
    "additionalProperties",
    "additionalItems",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
  ],
  lists: ["items", "allOf", "anyOf", "oneOf"],
  mappings: ["properties", "patternProperties", "definitions", "$defs"],
};
