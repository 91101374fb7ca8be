import type { JsonObject } from "../../../core/json.ts";

/** JSON Schema of `chat:` in a target. */
export const chatSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "A classic chat: one prompt, tools that only read, and the user.",
  required: ["prompt"],
  properties: {
    prompt: {
      type: "string",
      minLength: 1,
      description:
        "The system text, a template over the context; or its file (.md, .txt, .jinja, .j2), relative to this one.",
    },
    model: { type: "string", description: "`provider/name` of the chat's model." },
    context: {
      type: "object",
      propertyNames: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
      description:
        "What the chat is given besides the question, by name: an issue, the current file, selected code. A case's `context.inputs` are added and count more.",
      additionalProperties: {
        description: "A value, or { file: path } for what a file holds.",
      },
    },
    tools: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description: "Tools that the chat may call; only such as read.",
    },
    max_tokens: {
      type: "integer",
      minimum: 1,
      maximum: 1_000_000,
      description: "Of a reply: as in the service's chat by default.",
    },
    temperature: { type: "number", minimum: 0, maximum: 2, description: "0 by default." },
  },
};
