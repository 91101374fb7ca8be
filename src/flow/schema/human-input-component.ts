import type { JsonObject } from "../../core/json.ts";
import { uiEvents } from "../model/ui-events.ts";
import { where } from "./conditional.ts";

/** Asks the user for an approval or a text. */
export const humanInputComponent: JsonObject = {
  type: "object",
  required: ["sends_response_to", "message_template"],
  properties: {
    sends_response_to: {
      type: "string",
      description: "Name of the component that gets the answer. It must have run before.",
    },
    message_template: {
      type: "string",
      description: "What the user is asked: a Jinja template with the inputs as variables.",
    },
    interaction_type: {
      enum: ["approval", "input"],
      description:
        "`approval` gives `approve`, `reject` or `modify` under `context:<name>.approval`; `input` a text.",
      default: "approval",
    },
    inputs: { $ref: "#/$defs/inputs", description: "The variables of the template." },
    ui_log_events: {
      type: "array",
      description: "What the user gets to see. Only `chat` may leave out `on_user_input_prompt`.",
      items: { enum: [...uiEvents.humanInput] },
    },
  },
};

/** Which events a component must have where it has a list of them. */
export function humanInputEvents(...events: readonly string[]): JsonObject {
  return {
    type: "object",
    ...where(
      { type: { const: "HumanInputComponent" } },
      {
        properties: {
          ui_log_events: {
            type: "array",
            allOf: events.map((event) => ({ contains: { const: event } })),
          },
        },
      },
    ),
  };
}
