import type { HumanInputComponent } from "../model/human-input-component.ts";
import { type ComponentSource, readBase } from "./component-fields.ts";

const events = ["on_user_input_prompt", "on_user_response"];

export function readHumanInput(source: ComponentSource): HumanInputComponent {
  const { fields } = source;
  return {
    type: "HumanInputComponent",
    ...readBase(source, { events, defaultEvents: events }),
    sendsResponseTo: fields.text("sends_response_to"),
    messageTemplate: fields.text("message_template"),
    interactionType: fields.choice("interaction_type", ["approval", "input"]),
  };
}
