import type { HumanInputComponent } from "../model/human-input-component.ts";
import { uiEvents } from "../model/ui-events.ts";
import { type ComponentSource, readBase } from "./component-fields.ts";

export function readHumanInput(source: ComponentSource): HumanInputComponent {
  const { fields } = source;
  return {
    type: "HumanInputComponent",
    ...readBase(source, { events: uiEvents.humanInput, defaultEvents: uiEvents.humanInput }),
    sendsResponseTo: fields.text("sends_response_to"),
    messageTemplate: fields.text("message_template"),
    interactionType: fields.choice("interaction_type", ["approval", "input"]),
  };
}
