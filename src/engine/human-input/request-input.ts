import { renderText } from "../prompt/render-text.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { flowStatus } from "../state/flow-status.ts";
import { readInputs } from "../state/read-state.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import type { HumanSettings } from "./human-settings.ts";

/** Shows the user what is asked and lets the flow wait. */
export function requestInput(
  { component, ui }: HumanSettings,
  state: FlowState,
  scope: RunScope,
): StateUpdate {
  const { name, inputs, messageTemplate, interactionType } = component;
  const content = renderText(
    {
      source: messageTemplate,
      variables: readInputs(state, inputs),
      where: `message_template of "${name}"`,
    },
    scope,
  );
  return {
    status: flowStatus.inputRequired,
    uiChatLog: ui.events.has("on_user_input_prompt")
      ? [
          uiEntry(scope, {
            type: "request",
            subType: interactionType,
            content,
            status: null,
            component: name,
          }),
        ]
      : [],
  };
}
