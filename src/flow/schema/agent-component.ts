import type { JsonObject } from "../../core/json.ts";
import { uiEvents } from "../model/ui-events.ts";
import { where } from "./conditional.ts";
import { needsTools } from "./toolset.ts";

const text = { type: "string", minLength: 1 };

/** An agent; `own` are the fields that only one version of the schema has. */
export function agentComponent(own: JsonObject): JsonObject {
  return {
    type: "object",
    required: ["prompt_id"],
    ...needsTools,
    properties: { ...fields, ...own },
    allOf: [
      needsSchemaId({ response_schema_version: text }),
      needsSchemaId({ response_schema_tracking: { $ref: "#/$defs/truthy" } }),
    ],
    ...where({ subagents: { type: "array", minItems: 1 } }, supervisor, plainAgent),
  };
}

const fields: JsonObject = {
  prompt_id: { $ref: "#/$defs/promptId" },
  prompt_version: { $ref: "#/$defs/promptVersion" },
  inputs: {
    $ref: "#/$defs/inputs",
    description: "The variables of the prompt. None when left out, not even the goal.",
  },
  compaction: { $ref: "#/$defs/compaction" },
  response_schema_id: {
    $ref: "#/$defs/nullableText",
    description:
      "The answer must follow this schema: an entry of `response_schemas`, or one of the registry with `response_schema_version`.",
  },
  response_schema_version: {
    $ref: "#/$defs/nullableText",
    description: "Version or constraint of the schema in the registry.",
    examples: ["^1.0.0"],
  },
  response_schema_tracking: {
    $ref: "#/$defs/boolean",
    description: "Whether the answer's fields are sent as an event for statistics.",
    default: false,
  },
  require_tool_approval: {
    $ref: "#/$defs/boolean",
    description: "Whether the user has to approve tool calls.",
    default: false,
  },
  pre_approved_tools: {
    type: "array",
    items: { type: "string" },
    description: "Tools that need no approval.",
  },
  max_cycles: { $ref: "#/$defs/maxCycles" },
  max_wrap_up_retries: {
    $ref: "#/$defs/positiveInteger",
    description: "How often the agent is asked to end once it has used up its cycles.",
    default: 3,
  },
  ui_log_events: {
    type: "array",
    description: "What the user gets to see.",
    items: { enum: [...uiEvents.supervisor] },
  },
};

const supervisor: JsonObject = {
  not: { required: ["subagent_components"], properties: { subagent_components: {} } },
  properties: {
    max_delegations: {
      description: "How often it may delegate; without limit when left out.",
      anyOf: [{ $ref: "#/$defs/positiveInteger" }, { type: "null" }],
    },
    ui_role_as: {
      type: "string",
      description: "As whom it speaks to the user.",
      examples: ["agent", "tool"],
    },
  },
};

const plainAgent: JsonObject = {
  properties: {
    description: {
      $ref: "#/$defs/nullableText",
      description: "What it is good for. A subagent needs one, by which its supervisor chooses it.",
    },
    ui_role_as: {
      enum: ["agent", "tool"],
      description: "As whom it speaks to the user.",
      default: "agent",
    },
    ui_log_events: { type: "array", items: { enum: [...uiEvents.agent] } },
  },
};

function needsSchemaId(properties: JsonObject): JsonObject {
  return where(properties, {
    required: ["response_schema_id"],
    properties: { response_schema_id: text },
  });
}
