import { isJsonObject, type JsonObject } from "../../core/json.ts";

/** Bounds of one trial; without them the defaults of {@link defaultLimits} hold. */
export const limitsSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "Bounds of one trial. A trial that hits one ends as agent_error.",
  properties: {
    max_replies: {
      type: "integer",
      minimum: 1,
      maximum: 1000,
      description: "Replies of the agent's model: 50 by default.",
    },
    max_seconds: {
      type: "number",
      exclusiveMinimum: 0,
      maximum: 86_400,
      description: "Seconds that the agent may take: 600 by default.",
    },
    max_turns: {
      type: "integer",
      minimum: 1,
      maximum: 1000,
      description: "Messages of the user and answers of people to the agent.",
    },
    max_tool_calls: {
      type: "integer",
      minimum: 0,
      maximum: 10_000,
      description: "Tool calls of the agent, also those that are refused.",
    },
    max_tokens: {
      type: "integer",
      minimum: 1,
      description:
        "Tokens of the agent's model: input, output, and what is read from and written to its cache.",
    },
    max_cost_usd: {
      type: "number",
      exclusiveMinimum: 0,
      description: "US dollars for the agent's tokens; needs a price of the model.",
    },
  },
};

const decision = (key: string, description: string): JsonObject => ({
  type: "object",
  additionalProperties: false,
  required: [key],
  properties: { [key]: { type: "string", description } },
});

/** JSON Schema of one case of a suite. */
export const caseSchema: JsonObject = {
  title: "case",
  type: "object",
  additionalProperties: false,
  required: ["id"],
  properties: {
    id: {
      type: "string",
      pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$",
      description: "Name of the case, unique in the suite.",
    },
    description: { type: "string", description: "For readers; nothing depends on it." },
    ask: { type: "string", description: "What the user writes." },
    conversation: {
      type: "array",
      description: "Instead of `ask`: the user's turns with what must hold after each.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["user"],
        properties: {
          user: { type: "string", description: "What the user writes." },
          expect: { $ref: "#/$defs/expect" },
        },
      },
    },
    continues: { $ref: "#/$defs/continues" },
    context: { $ref: "#/$defs/context" },
    tools: { $ref: "#/$defs/mocks" },
    fakes: { $ref: "#/$defs/fakes" },
    unmocked: { $ref: "#/$defs/unmocked" },
    human: {
      type: "array",
      description: "What a person answers when the flow waits, in order.",
      items: {
        anyOf: [
          { const: "approve" },
          decision("reject", "Why the call is rejected."),
          decision("modify", "What to do instead."),
          decision("reply", "The answer to the flow's question."),
        ],
      },
    },
    expect: { $ref: "#/$defs/expect" },
    limits: { $ref: "#/$defs/limits" },
    canaries: { $ref: "#/$defs/canaries" },
    inject: { $ref: "#/$defs/inject" },
    trials: {
      type: "integer",
      minimum: 1,
      maximum: 1000,
      description: "How often the case is run: 1 by default.",
    },
    require: {
      type: "integer",
      minimum: 1,
      maximum: 1000,
      description: "How many of the trials must pass: all of them by default.",
    },
    critical: {
      type: "boolean",
      description: "Whether a break of this case fails the gate by itself.",
    },
    quarantine: { $ref: "#/$defs/quarantine" },
    tags: { type: "array", items: { type: "string", minLength: 1 } },
  },
};

const { properties: caseProperties } = caseSchema;

/** The keys of a case with what they mean, where their values are not known before a row is. */
export const casePartSchemas: JsonObject = Object.fromEntries(
  Object.entries(isJsonObject(caseProperties) ? caseProperties : {}).map(([key, schema]) => {
    const description = isJsonObject(schema) ? schema["description"] : undefined;
    return [key, description === undefined ? {} : { description }];
  }),
);
