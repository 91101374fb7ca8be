import type { JsonObject } from "../../core/json.ts";

/** `true`, `"yes"`, `1`: what the service's models turn into true. */
const truthyText = "^(?:[tT][rR][uU][eE]|[tT]|[yY][eE][sS]|[yY]|[oO][nN]|1)$";
const booleanText =
  "^(?:[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[tTfF]|[yY][eE][sS]|[nN][oO]|[yYnN]|[oO][nN]|[oO][fF][fF]|[01])$";
const integerText = "^\\s*[+-]?\\d[\\d_]*(?:\\.0*)?\\s*$";
const positiveText = "^\\s*\\+?[0_]*[1-9][\\d_]*(?:\\.0*)?\\s*$";
const countText = "^\\s*(?:\\+?\\d[\\d_]*|-[0_]+)(?:\\.0*)?\\s*$";
const numberText =
  "^\\s*[+-]?(?:(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d[\\d_]*)?|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])\\s*$";

/** Scalars with the coercions of the service's models: a number may be a text, a flag a word. */
export const laxScalars: JsonObject = {
  boolean: {
    anyOf: [{ type: "boolean" }, { enum: [0, 1] }, { type: "string", pattern: booleanText }],
  },
  nullableBoolean: { anyOf: [{ $ref: "#/$defs/boolean" }, { type: "null" }] },
  truthy: { anyOf: [{ enum: [true, 1] }, { type: "string", pattern: truthyText }] },
  integer: {
    anyOf: [{ type: "integer" }, { type: "boolean" }, { type: "string", pattern: integerText }],
  },
  nullableInteger: { anyOf: [{ $ref: "#/$defs/integer" }, { type: "null" }] },
  positiveInteger: {
    anyOf: [
      { type: "integer", minimum: 1 },
      { const: true },
      { type: "string", pattern: positiveText },
    ],
  },
  count: {
    anyOf: [
      { type: "integer", minimum: 0 },
      { type: "boolean" },
      { type: "string", pattern: countText },
    ],
  },
  fraction: {
    anyOf: [
      { type: "number", exclusiveMinimum: 0, maximum: 1 },
      { const: true },
      { type: "string", pattern: numberText },
    ],
  },
  nullableNumber: {
    anyOf: [
      { type: "number" },
      { type: "boolean" },
      { type: "string", pattern: numberText },
      { type: "null" },
    ],
  },
  nullableText: { type: ["string", "null"] },
  empty: {
    description: "What Python counts as false.",
    anyOf: [
      { enum: [null, false, 0, ""] },
      { type: "array", maxItems: 0 },
      { type: "object", maxProperties: 0 },
    ],
  },
};
