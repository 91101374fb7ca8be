/**
 * JSON Schema of a `tools:` block, for the formats that have one. It refers to `#/$defs/matcher`, which
 * the format defines. What it cannot say, `parseMocks` does.
 */
export const mocksSchema = {
  title: "mocks",
  description:
    "What answers the agent's tool calls: per tool a rule, or a list of rules of which the first that matches and is not used up answers.",
  type: "object",
  additionalProperties: {
    type: ["object", "array"],
    additionalProperties: false,
    properties: {
      schema: {
        type: "object",
        description:
          "Declares a tool that the catalog does not have: { q: string, n?: integer, tags: [string] }, or JSON Schema with type: object.",
      },
      description: { type: "string", description: "What the model reads about a declared tool." },
      result_schema: {
        type: "object",
        description: "JSON Schema of what a declared tool returns; its mocks are held against it.",
      },
      args: {
        $ref: "#/$defs/matcher",
        description: "Which calls the rule answers; without it, every call.",
      },
      times: {
        type: "integer",
        minimum: 1,
        description: "How often the rule answers in one trial; without it, always.",
      },
      returns: {
        description:
          "The result: a text as it is, anything else as JSON. Texts may be templates over args.",
      },
      returns_file: {
        type: "string",
        description: "A file with the result, relative to this one. JSON is put on one line.",
      },
      error: { type: "string", description: "The call fails with this text." },
      latency_ms: { type: "number", minimum: 0, description: "How long the call takes." },
      rules: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          properties: {
            args: { $ref: "#/$defs/matcher" },
            times: { type: "integer", minimum: 1 },
            returns: {},
            returns_file: { type: "string" },
            error: { type: "string" },
            latency_ms: { type: "number", minimum: 0 },
          },
        },
      },
    },
    items: {
      type: "object",
      additionalProperties: false,
      properties: {
        args: { $ref: "#/$defs/matcher" },
        times: { type: "integer", minimum: 1 },
        returns: {},
        returns_file: { type: "string" },
        error: { type: "string" },
        latency_ms: { type: "number", minimum: 0 },
      },
    },
  },
} as const;
