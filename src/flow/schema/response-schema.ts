import type { JsonObject } from "../../core/json.ts";
import { reservedFields } from "../response-schema/reserved-fields.ts";
import { conditional, where } from "./conditional.ts";

const count = { type: "integer", minimum: 0 };

/** One entry of `response_schemas`. */
export const responseSchemaEntry: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["schema_id", "definition"],
  properties: {
    schema_id: { type: "string", description: "What `response_schema_id` of a component names." },
    definition: {
      description:
        "JSON Schema of the answer, an object. Its fields become `context:<component>.final_answer.<field>`.",
      anyOf: [{ type: "object" }, { type: "string", description: "The same as JSON text." }],
    },
  },
};

const hasConst = { required: ["const"], properties: { const: {} } };

/** What can be said of a definition where it is used, which is nowhere in a chat-partial flow. */
export const responseSchemaDefinitions: JsonObject = {
  responseSchema: {
    type: "object",
    properties: { definition: { $ref: "#/$defs/responseDefinition" } },
  },
  responseDefinition: conditional(
    { type: "string" },
    { type: "string", pattern: "^\\s*\\{[\\s\\S]*\\}\\s*$" },
    {
      type: "object",
      required: ["type"],
      properties: {
        $schema: { type: "string" },
        title: { $ref: "#/$defs/responseTitle" },
        description: { type: "string" },
        type: { const: "object" },
        properties: { $ref: "#/$defs/responseFields" },
        required: { description: "Fields that must be there. Others may be null." },
      },
    },
  ),
  responseTitle: {
    type: "string",
    description: "Name of the tool by which the model answers. No tool of the component has it.",
  },
  responseFields: {
    type: "object",
    description: "The fields of the answer.",
    propertyNames: {
      not: {
        anyOf: [{ pattern: "^_" }, { enum: [...reservedFields] }],
      },
    },
    additionalProperties: { $ref: "#/$defs/responseField" },
  },
  responseField: {
    type: "object",
    properties: {
      title: { type: "string" },
      description: { type: "string", description: "What the field means, for the model." },
      const: { description: "The only value." },
      enum: { type: "array", description: "The values to choose from." },
    },
    // Of a field with values to choose from, the service reads nothing else.
    ...conditional(
      { anyOf: [hasConst, { required: ["enum"], properties: { enum: {} } }] },
      { anyOf: [hasConst, { properties: { enum: { type: "array", minItems: 1 } } }] },
      { $ref: "#/$defs/typedField" },
    ),
  },
  typedField: {
    type: "object",
    properties: {
      type: { enum: ["string", "integer", "number", "boolean", "array", "object", "null"] },
    },
    allOf: [
      ifType("object", { properties: { $ref: "#/$defs/responseFields" } }),
      ifType("array", {
        items: { $ref: "#/$defs/responseField" },
        minItems: count,
        maxItems: count,
      }),
      ifType("string", { minLength: count, maxLength: count, pattern: { type: "string" } }),
      ifType("integer", { multipleOf: { type: "integer", minimum: 1 } }),
      ifType("number", { multipleOf: { type: "number", exclusiveMinimum: 0 } }),
    ],
  },
};

function ifType(type: string, properties: JsonObject): JsonObject {
  return where({ type: { const: type } }, { properties });
}
