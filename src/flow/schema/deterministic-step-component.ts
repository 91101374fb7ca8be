import type { JsonObject } from "../../core/json.ts";
import { uiEvents } from "../model/ui-events.ts";

/** One tool call without a model. */
export const deterministicStepComponent: JsonObject = {
  type: "object",
  required: ["tool_name"],
  properties: {
    tool_name: {
      type: "string",
      minLength: 1,
      description: "The tool that the step calls.",
      anyOf: [{ $ref: "#/$defs/toolName" }],
    },
    toolset: {
      $ref: "#/$defs/stepToolset",
      description: "Leave it out, or write `tool_name` into it, with arguments that are preset.",
    },
    inputs: {
      $ref: "#/$defs/stepInputs",
      description: "The arguments of the call, by the names that `as` gives them.",
    },
    ui_log_events: {
      type: "array",
      description: "What the user gets to see.",
      items: { enum: [...uiEvents.deterministicStep] },
    },
    ui_role_as: { const: "tool" },
  },
};
