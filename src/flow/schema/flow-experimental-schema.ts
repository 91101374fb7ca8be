import type { JsonObject } from "../../core/json.ts";
import { environmentDescription } from "./flow-header.ts";
import { type FlowDialect, flowSchema } from "./flow-schema.ts";
import { humanInputEvents } from "./human-input-component.ts";
import type { OfferedTool } from "./toolset.ts";

/** The schema of an experimental flow config, of which the service has no dry run. */
export function flowExperimentalSchema(tools: readonly OfferedTool[]): JsonObject {
  return flowSchema(experimental, tools);
}

const bothEvents = humanInputEvents("on_user_input_prompt", "on_user_response");

const experimental: FlowDialect = {
  description: "An experimental flow config, as the Duo Workflow Service reads it.",
  header: {
    version: { const: "experimental", description: "Version of the schema." },
    environment: {
      type: "string",
      minLength: 1,
      description: `${environmentDescription}\n\nAny other text is taken; \`ide\` gets the tools of MCP servers too.`,
      examples: ["ambient", "chat", "chat-partial", "ide"],
    },
  },
  builtIns: ["end"],
  componentFields: {},
  agentFields: {
    max_cycles: {
      $ref: "#/$defs/positiveInteger",
      description: "Replies of the model that the agent may take before it has to end.",
      default: 280,
    },
    enable_web_search: {
      $ref: "#/$defs/boolean",
      description: "Whether the model may search the web.",
      default: false,
    },
  },
  conditionInputs: [{ $ref: "#/$defs/conditionKey" }],
  rules: [{ properties: { components: { type: "array", items: bothEvents } } }],
};
