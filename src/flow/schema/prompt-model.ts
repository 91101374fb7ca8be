import type { JsonObject } from "../../core/json.ts";

/** A block that sets nothing: it is empty, or all nulls. */
const nothing = { type: "object", additionalProperties: { type: "null" } };

/** `model` of a prompt. The service's documentation calls it unsupported, and its flows use it. */
export const promptModel: JsonObject = {
  type: ["object", "null"],
  description: "Settings of the model. Which model runs is decided elsewhere.",
  additionalProperties: false,
  properties: {
    params: {
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        model: { $ref: "#/$defs/nullableText", description: "Name of the model." },
        temperature: { $ref: "#/$defs/nullableNumber", description: "How much chance there is." },
        top_p: { $ref: "#/$defs/nullableNumber" },
        top_k: { $ref: "#/$defs/nullableInteger" },
        max_tokens: {
          $ref: "#/$defs/nullableInteger",
          description: "Tokens that a reply may have.",
        },
        max_retries: {
          $ref: "#/$defs/nullableInteger",
          description: "How often a failed call is repeated.",
          default: 1,
        },
        extra_headers: { type: ["object", "null"], additionalProperties: { type: "string" } },
      },
    },
    provider_params: {
      type: ["object", "null"],
      description: "Settings that only one provider has. It may not be empty.",
      additionalProperties: false,
      properties: { openai: { $ref: "#/$defs/openaiParams" } },
      not: nothing,
    },
  },
};

/** `openai` in `provider_params`. */
export const openaiParams: JsonObject = {
  type: ["object", "null"],
  additionalProperties: false,
  properties: {
    verbosity: {
      $ref: "#/$defs/nullableText",
      description: "How much the model says.",
      examples: ["low", "medium", "high"],
    },
    reasoning: {
      type: ["object", "null"],
      additionalProperties: false,
      properties: {
        effort: {
          description: "How long the model thinks. A number is deprecated.",
          examples: ["low", "medium", "high"],
          anyOf: [{ type: ["string", "null"] }, { type: "integer" }, { type: "boolean" }],
        },
        summary: {
          $ref: "#/$defs/nullableText",
          description: "Whether its thoughts are summarized.",
        },
      },
      not: nothing,
    },
  },
  not: nothing,
};
