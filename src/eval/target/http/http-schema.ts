import type { JsonObject } from "../../../core/json.ts";

const path = (description: string): JsonObject => ({
  type: "string",
  description: `${description} A JSON pointer (/choices/0/text) or names joined by dots.`,
});

/** JSON Schema of `http:` in a target. */
export const httpSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "An endpoint that answers a user's messages over HTTP.",
  required: ["url"],
  properties: {
    url: { type: "string", minLength: 1, description: "Its address, http or https." },
    method: { enum: ["GET", "POST", "PUT"], description: "POST by default." },
    headers: {
      type: "object",
      description:
        "A text, or { env: NAME } for a key that only the environment holds, with an optional prefix.",
      propertyNames: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" },
      additionalProperties: {
        anyOf: [
          { type: "string" },
          {
            type: "object",
            additionalProperties: false,
            required: ["env"],
            properties: {
              env: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
              prefix: { type: "string" },
            },
          },
        ],
      },
    },
    query: {
      type: "object",
      additionalProperties: { type: "string" },
      description: "What is added to the address; the values are templates.",
    },
    body: {
      description:
        "The JSON that is sent; its texts are templates over user, history, conversation, context, thread, case, turn and session. A text that is nothing but {{ name }} becomes the value itself.",
    },
    response: {
      type: "object",
      additionalProperties: false,
      description: "Where the response has what.",
      properties: {
        answer: path("The text of the answer."),
        calls: {
          type: "object",
          additionalProperties: false,
          required: ["at", "tool", "args"],
          description: "Where it tells which tools were called.",
          properties: {
            at: path("The list of calls."),
            tool: path("In a call: the name of the tool."),
            args: path("In a call: its arguments, as a map or as JSON text."),
            result: path("In a call: what the tool gave."),
            is_error: path("In a call: whether the tool failed."),
            optional: {
              type: "boolean",
              description: "Whether a response without the list is one without calls.",
            },
          },
        },
        usage: {
          type: "object",
          additionalProperties: false,
          required: ["input", "output"],
          description: "Where it tells the tokens of its model.",
          properties: {
            input: path("Tokens read."),
            output: path("Tokens written."),
            cache_read: path("Tokens read from a cache."),
            cache_write: path("Tokens written to a cache."),
          },
        },
        thread: path("What names the conversation in later requests, as {{ thread }}."),
      },
    },
    stream: {
      type: "object",
      additionalProperties: false,
      required: ["delta", "done"],
      description: "For an answer that comes as server-sent events, instead of `response.answer`.",
      properties: {
        delta: path("In the data of an event: the next part of the answer."),
        done: {
          description:
            "The event after which the answer is whole: its data, or a value within. A stream that ends without it was cut.",
          anyOf: [
            { type: "string", minLength: 1 },
            {
              type: "object",
              additionalProperties: false,
              required: ["at", "equals"],
              properties: { at: path("Where the value stands."), equals: {} },
            },
          ],
        },
      },
    },
    timeout_seconds: {
      type: "number",
      exclusiveMinimum: 0,
      maximum: 3600,
      description: "For one attempt: 120 by default.",
    },
    max_bytes: {
      type: "integer",
      minimum: 1,
      maximum: 100_000_000,
      description: "Of a response: 5 MB by default.",
    },
  },
};
