import type { JsonObject } from "../../../core/json.ts";

const count: JsonObject = { type: "integer", minimum: 0 };
const ms: JsonObject = { type: "number", minimum: 0 };

const told: JsonObject = {
  answer: { type: "string", description: "What was answered." },
  calls: {
    type: "array",
    description:
      "The tool calls that led to it, in order; left out where nothing is known of them.",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["tool", "args"],
      properties: {
        tool: { type: "string", minLength: 1 },
        args: { type: "object" },
        result: {},
        is_error: { type: "boolean" },
      },
    },
  },
  usage: {
    type: "object",
    additionalProperties: false,
    required: ["input_tokens", "output_tokens"],
    properties: {
      input_tokens: count,
      output_tokens: count,
      cache_read_tokens: count,
      cache_write_tokens: count,
    },
  },
  active_ms: { ...ms, description: "How long it took, in milliseconds, without waiting." },
  first_token_ms: { ...ms, description: "Until its first part came, in milliseconds." },
};

/** JSON Schema of one line of a file of recorded answers. */
export const answersSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof answer",
  description: "One line of a file of recorded answers: what a system said to a case of a suite.",
  type: "object",
  additionalProperties: false,
  required: ["case"],
  properties: {
    case: { type: "string", minLength: 1, description: "Id of the case." },
    trial: { ...count, description: "Number of the trial, from 0; every trial without it." },
    turn: {
      type: "integer",
      minimum: 1,
      description: "Number of the user's message, from 1; the first without it.",
    },
    ...told,
    answers: {
      type: "array",
      minItems: 1,
      description: "The answers to all messages of the user, instead of `answer`.",
      items: {
        anyOf: [
          { type: "string" },
          { type: "object", additionalProperties: false, required: ["answer"], properties: told },
        ],
      },
    },
  },
};
