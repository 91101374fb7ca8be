import type { JsonObject } from "../../core/json.ts";

/** One exchange of a conversation that took place before. */
const exchangeSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["user", "assistant"],
  properties: {
    user: { type: "string", minLength: 1, description: "What the user wrote." },
    assistant: { type: "string", description: "The answer to it." },
    calls: {
      type: "array",
      description: "The tool calls that led to the answer, each with its result.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["tool", "args", "result"],
        properties: {
          tool: { type: "string", minLength: 1 },
          args: { type: "object" },
          result: { description: "What the tool gave: a text, or any JSON." },
          is_error: { type: "boolean" },
        },
      },
    },
  },
};

/** JSON Schema of a file with a conversation that cases continue. */
export const conversationSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof conversation",
  description: "What a user and an agent said before a case begins, in order.",
  type: "array",
  minItems: 1,
  items: exchangeSchema,
};

/** JSON Schema of `continues:` in a case. */
export const continuesSchema: JsonObject = {
  description:
    "The conversation that the case goes on with: its exchanges, or a file of them (.yml, .json or .jsonl), relative to this one.",
  anyOf: [
    { type: "string", minLength: 1 },
    { type: "array", minItems: 1, items: exchangeSchema },
  ],
};
