import type { JsonObject } from "../../core/json.ts";

/** `flow`: where it begins, and which additional context it takes. */
export const flowInputs: JsonObject = {
  flow: {
    type: ["object", "null"],
    description: "Where the flow begins, and which additional context it takes.",
    properties: {
      entry_point: {
        $ref: "#/$defs/nullableText",
        description: "Name of the component that runs first, or `end` or `abort`.",
      },
      inputs: {
        type: ["array", "null"],
        description:
          "Categories of additional context. Components read them as `context:inputs.<category>.<field>`.",
        items: { $ref: "#/$defs/flowInput" },
      },
    },
  },
  flowInput: {
    type: "object",
    required: ["category", "input_schema"],
    properties: {
      category: {
        type: "string",
        description:
          "Name of the category, as senders write it. Without `.` and `:`, or nothing can read it.",
        examples: [
          "agent_platform_standard_context",
          "agent_platform_trigger_context",
          "merge_request",
          "pipeline",
        ],
      },
      input_schema: {
        type: "object",
        description: "The fields of the category by name. Others may be sent along.",
        additionalProperties: { $ref: "#/$defs/flowInputField" },
      },
      version_constraint: {
        $ref: "#/$defs/nullableText",
        description: "Which versions of the category the flow understands; `^1.0.0` when left out.",
        examples: ["^1.0.0"],
      },
    },
  },
  flowInputField: {
    type: "object",
    required: ["type"],
    properties: {
      type: {
        type: "string",
        description:
          "Type of the value in JSON. The service takes any text, and fails with it later.",
        examples: ["string", "integer", "number", "boolean", "array", "object"],
      },
      format: {
        $ref: "#/$defs/nullableText",
        description: "Format in JSON Schema.",
        examples: ["uri", "date", "date-time", "email"],
      },
      description: { $ref: "#/$defs/nullableText", description: "What the field means." },
      optional: {
        $ref: "#/$defs/nullableBoolean",
        description:
          "Whether it may be left out. Otherwise the service refuses a category without it.",
        default: false,
      },
    },
  },
};
