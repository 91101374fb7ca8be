import type { JsonObject } from "../../core/json.ts";

/** `params` of a prompt: what is bound to each call of the model. */
export const promptParams: JsonObject = {
  type: ["object", "null"],
  description: "What is bound to each call of the model.",
  additionalProperties: false,
  properties: {
    stop: {
      type: ["array", "null"],
      description: "Texts at which the model stops.",
      items: { type: "string" },
    },
    timeout: { $ref: "#/$defs/nullableNumber", description: "Seconds that a call may take." },
    vertex_location: { $ref: "#/$defs/nullableText", description: "Region of Vertex AI." },
    cache_control_injection_points: {
      type: ["array", "null"],
      description: "Where the prompt cache is told to remember.",
      items: { type: "object" },
    },
    context_management: {
      type: ["object", "null"],
      description: "Settings of the provider for long conversations.",
    },
    model_id: { $ref: "#/$defs/nullableText", description: "The model's id at the provider." },
  },
};
