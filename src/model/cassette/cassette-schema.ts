import type { JsonObject } from "../../core/json.ts";

const text = { type: "string" } as const;
const name = { type: "string", pattern: "\\S" } as const;
const count = { type: "integer", minimum: 0 } as const;

/** JSON Schema of a cassette, the format of `*.cassette.yml`. */
export const cassetteSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof cassette",
  description:
    "What models were asked in the trials of a suite, and what they said. `eval run --record` writes it, `eval run --replay` answers from it.",
  type: "object",
  additionalProperties: false,
  required: ["cassette", "version", "tools", "prompts", "setups", "trials"],
  properties: {
    cassette: { ...name, description: "Id of the suite." },
    version: { const: 1, description: "Version of this format." },
    tools: {
      type: "object",
      description:
        "Tools as they were offered to models. The key is the tool's name; further definitions of the same name have a number after it.",
      additionalProperties: { $ref: "#/$defs/tool" },
    },
    prompts: {
      type: "object",
      description: "System texts, by a name for them.",
      additionalProperties: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["text"],
          properties: { text, cache: { type: "boolean" } },
        },
      },
    },
    setups: {
      type: "object",
      description: "What stays the same in the requests of a component, by a name for it.",
      additionalProperties: { $ref: "#/$defs/setup" },
    },
    trials: { type: "array", items: { $ref: "#/$defs/trial" } },
  },
  $defs: {
    json: { type: "string", description: "JSON, where YAML could not hold the value." },
    tool: {
      type: "object",
      additionalProperties: false,
      required: ["name", "description"],
      properties: {
        name,
        description: text,
        input_schema: { type: "object" },
        input_schema_json: { $ref: "#/$defs/json" },
      },
    },
    setup: {
      type: "object",
      additionalProperties: false,
      required: ["prompt", "max_tokens"],
      properties: {
        prompt: { ...text, description: "Key of `prompts`." },
        tools: { type: "array", items: text, description: "Keys of `tools`." },
        tool_choice: {
          type: "object",
          additionalProperties: false,
          required: ["type"],
          properties: { type: { enum: ["auto", "any", "tool"] }, name: text },
        },
        max_tokens: count,
        temperature: { type: "number" },
        stop: { type: "array", items: text },
      },
    },
    trial: {
      type: "object",
      additionalProperties: false,
      required: ["case", "target", "trial", "now", "calls"],
      properties: {
        case: name,
        target: name,
        trial: { ...count, description: "Number of the trial, from 0." },
        now: {
          type: "string",
          pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$",
          description: "The time that the session was told, in a replay as well.",
        },
        session: {
          ...text,
          description: "Mark of the session, which stands in prompts as `{{ session }}`.",
        },
        calls: { type: "array", items: { $ref: "#/$defs/call" } },
      },
    },
    call: {
      type: "object",
      additionalProperties: false,
      required: ["role", "model", "setup", "messages", "reply"],
      properties: {
        role: { enum: ["agent", "judge"] },
        component: { ...text, description: "Of the agent's flow." },
        model: name,
        setup: { ...text, description: "Key of `setups`." },
        keep: {
          ...count,
          description:
            "How many messages of the component's call before are sent again; all of them when left out.",
        },
        messages: { type: "array", items: { $ref: "#/$defs/message" } },
        reply: { $ref: "#/$defs/reply" },
      },
    },
    message: {
      type: "object",
      required: ["role"],
      additionalProperties: false,
      description:
        "A message; the role `reply` is the component's reply before, as it stands there.",
      properties: {
        role: { enum: ["user", "assistant", "tool", "reply"] },
        text,
        parts: { $ref: "#/$defs/parts" },
        call_id: text,
        name: text,
        content: text,
        is_error: { type: "boolean" },
      },
    },
    parts: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        minProperties: 1,
        description: "A text, a call of a tool, or a call whose arguments were no JSON.",
        properties: {
          text,
          call: text,
          invalid_call: text,
          id: text,
          args: { type: "object" },
          args_json: { $ref: "#/$defs/json" },
          raw: text,
        },
      },
    },
    reply: {
      type: "object",
      additionalProperties: false,
      required: ["parts", "stop", "served_model", "usage"],
      properties: {
        parts: { $ref: "#/$defs/parts" },
        stop: { enum: ["end_turn", "stop_sequence", "tool_use"] },
        served_model: text,
        usage: {
          type: "object",
          additionalProperties: false,
          required: ["input_tokens", "output_tokens"],
          description: "Tokens as the provider counted them when this was recorded.",
          properties: {
            input_tokens: count,
            output_tokens: count,
            cache_read_tokens: count,
            cache_write_tokens: count,
          },
        },
      },
    },
  },
};
