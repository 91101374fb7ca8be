import type { JsonObject } from "../../core/json.ts";
import { where } from "./conditional.ts";

/**
 * What a chat asks of a flow in environment `chat-partial`. Nothing of it is built, so that whatever
 * is not said here may be anything.
 */
export const chatPartial: JsonObject = {
  type: "object",
  properties: {
    components: {
      type: "array",
      minItems: 1,
      maxItems: 1,
      items: { $ref: "#/$defs/chatPartialComponent" },
    },
    routers: { type: ["array", "null"], items: { type: "object" } },
    prompts: { type: ["array", "null"], maxItems: 1 },
  },
  // The prompt is this file's, or the registry's.
  ...where(
    { prompts: { type: "array", minItems: 1 } },
    {
      properties: {
        components: {
          type: "array",
          items: { type: "object", properties: { prompt_version: { $ref: "#/$defs/empty" } } },
        },
      },
    },
  ),
};

/** The one component of such a flow. */
export const chatPartialComponent: JsonObject = {
  type: "object",
  required: ["type", "toolset"],
  properties: {
    name: { description: "What the agent is called; may be left out." },
    type: { const: "AgentComponent" },
    toolset: {
      description: "Names of tools, without preset arguments. A chat adds those of MCP servers.",
      anyOf: [
        {
          type: "array",
          items: { $ref: "#/$defs/toolName" },
        },
        {},
      ],
    },
    prompt_id: { description: "Not compared with the id of the prompt." },
    prompt_version: {
      description: "Version of a prompt of the registry, where this file has none of its own.",
    },
    inputs: {
      description:
        "The variables of the prompt. A chat only fills in mappings that read `context:inputs.…`.",
    },
  },
};
