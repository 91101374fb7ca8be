import { groupBy } from "../../core/group-by.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";
import { PyDate } from "../../yaml/index.ts";
import type { SchemaDialect } from "./schema-dialect.ts";

/** What a keyword's value must be, in the words of a message, and in which editions. */
export interface Keyword {
  readonly wanted: string;
  readonly accepts: (value: PyValue) => boolean;
  readonly since?: SchemaDialect;
  readonly until?: SchemaDialect;
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
function numberOf(value: PyValue | undefined): number | undefined {
  if (value instanceof PyDate) return undefined;
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
/** Draft 4 says `exclusiveMinimum: true` beside `minimum`. */
const limit: Keyword = { ...number, since: 6 };
const texts: Keyword = { wanted: "a list of different texts", accepts: isTexts };
const type: Keyword = {
  wanted: `one of ${schemaTypes.join(", ")}`,
  accepts: (value) => {
    if (isType(value)) return true;
    return isTexts(value) && isPyList(value) && value.length > 0 && value.every(isType);
  },
};

function isType(value: PyValue): boolean {
  return typeof value === "string" && schemaTypes.includes(value);
}

/** What JSON Schema says of the values of its keywords, a line each for every edition that differs. */
const keywords: readonly (readonly [name: string, keyword: Keyword])[] = [
  ["$comment", { ...text, since: 7 }],
  ["$defs", { ...mapping, since: 2019 }],
  ["$id", { ...text, since: 6 }],
  ["$ref", { ...text, since: 6 }],
  ["additionalItems", { ...schema, until: 2019 }],
  ["additionalProperties", schema],
  ["allOf", schemas],
  ["anyOf", schemas],
  ["contains", { ...schema, since: 6 }],
  ["contentEncoding", { ...text, since: 7 }],
  ["contentMediaType", { ...text, since: 7 }],
  ["definitions", mapping],
  ["dependencies", { wanted: "a mapping to schemas or lists of texts", accepts: isDependencies }],
  ["dependentRequired", { ...mapping, since: 2019 }],
  ["dependentSchemas", { ...mapping, since: 2019 }],
  ["deprecated", { ...boolean, since: 2019 }],
  ["description", text],
  ["else", { ...schema, since: 7 }],
  ["enum", list],
  ["examples", { ...list, since: 6 }],
  ["exclusiveMaximum", limit],
  ["exclusiveMaximum", { ...boolean, until: 4 }],
  ["exclusiveMinimum", limit],
  ["exclusiveMinimum", { ...boolean, until: 4 }],
  ["format", text],
  ["if", { ...schema, since: 7 }],
  ["items", { wanted: "a schema", accepts: isSchema, since: 2020 }],
  ["items", { wanted: "a schema", accepts: isItems, until: 2019 }],
  ["maxItems", count],
  ["maxLength", count],
  ["maxProperties", count],
  ["maximum", number],
  ["minItems", count],
  ["minLength", count],
  ["minProperties", count],
  ["minimum", number],
  ["multipleOf", { wanted: "a number above 0", accepts: (value) => (numberOf(value) ?? 0) > 0 }],
  ["not", schema],
  ["oneOf", schemas],
  ["pattern", text],
  ["patternProperties", mapping],
  ["prefixItems", { ...schemas, since: 2020 }],
  ["properties", mapping],
  ["propertyNames", { ...schema, since: 6 }],
  ["readOnly", { ...boolean, since: 7 }],
  ["required", { ...texts, since: 6 }],
  ["required", { wanted: "a list of texts, not empty", accepts: isSomeTexts, until: 4 }],
  ["then", { ...schema, since: 7 }],
  ["title", text],
  ["type", type],
  ["unevaluatedItems", { ...schema, since: 2019 }],
  ["unevaluatedProperties", { ...schema, since: 2019 }],
  ["uniqueItems", boolean],
  ["writeOnly", { ...boolean, since: 2019 }],
];

function isItems(value: PyValue): boolean {
  return isSchema(value) || schemas.accepts(value);
}

function isDependencies(value: PyValue): boolean {
  return isPyDict(value) && [...value.values()].every((each) => isSchema(each) || isTexts(each));
}

function isSomeTexts(value: PyValue): boolean {
  return isTexts(value) && isPyList(value) && value.length > 0;
}

/** The keyword of that name in an edition; undefined for what an edition does not know and so ignores. */
export function keywordOf(name: string, dialect: SchemaDialect): Keyword | undefined {
  return byName
    .get(name)
    ?.map(([, keyword]) => keyword)
    .find(({ since = 4, until = 2020 }) => since <= dialect && dialect <= until);
}

const byName = groupBy(keywords, ([name]) => name);

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
    "unevaluatedItems",
    "unevaluatedProperties",
  ],
  lists: ["items", "allOf", "anyOf", "oneOf", "prefixItems"],
  mappings: ["properties", "patternProperties", "definitions", "$defs", "dependentSchemas"],
};
