import type { JsonObject } from "../../core/json.ts";
import { uiEvents } from "../model/ui-events.ts";
import { needsTools } from "./toolset.ts";

/** One request to a model, whose tool calls are made once. */
export const oneOffComponent: JsonObject = {
  type: "object",
  required: ["prompt_id"],
  ...needsTools,
  properties: {
    prompt_id: { $ref: "#/$defs/promptId" },
    prompt_version: { $ref: "#/$defs/promptVersion" },
    inputs: {
      description:
        "The variables of the prompt, each of which it must use. `context:goal` when left out.",
      anyOf: [{ $ref: "#/$defs/stepInputs" }, { type: "null" }],
    },
    compaction: { $ref: "#/$defs/compaction" },
    max_correction_attempts: {
      $ref: "#/$defs/integer",
      description: "How often the model may correct a call that failed.",
      default: 3,
    },
    ui_log_events: {
      type: "array",
      description: "What the user gets to see.",
      items: {
        enum: [...uiEvents.oneOff],
      },
    },
  },
};
