import type { JsonObject } from "../../core/json.ts";
import { flowEnvironments } from "../model/flow.ts";
import { where } from "./conditional.ts";
import { environmentDescription } from "./flow-header.ts";
import { type FlowDialect, flowSchema } from "./flow-schema.ts";
import { humanInputEvents } from "./human-input-component.ts";
import type { OfferedTool } from "./toolset.ts";

/** The schema of a flow config of version v1. */
export function flowV1Schema(tools: readonly OfferedTool[]): JsonObject {
  return flowSchema(v1, tools);
}

const v1: FlowDialect = {
  description: "A flow config of version v1, as the Duo Workflow Service reads it.",
  header: {
    version: { const: "v1", description: "Version of the schema." },
    environment: { enum: flowEnvironments, description: environmentDescription },
  },
  builtIns: ["end", "abort"],
  componentFields: {
    model_tags: { $ref: "#/$defs/modelTags" },
    model_size_preference: { $ref: "#/$defs/modelSizePreference" },
  },
  agentFields: {
    response_schema_tracking_context: {
      type: "object",
      description: "Values of the state that are sent with the answer's fields, by name.",
      additionalProperties: { type: "string" },
    },
  },
  conditionInputs: [{ $ref: "#/$defs/conditionKey" }, { $ref: "#/$defs/conditionMapping" }],
  rules: [
    where(
      { environment: { const: "chat" } },
      events("on_user_response"),
      events("on_user_input_prompt", "on_user_response"),
    ),
  ],
};

function events(...names: readonly string[]): JsonObject {
  return { properties: { components: { type: "array", items: humanInputEvents(...names) } } };
}
