import type { OneOffComponent } from "../model/one-off-component.ts";
import { uiEvents } from "../model/ui-events.ts";
import { type ComponentSource, readPrompting } from "./component-fields.ts";

export function readOneOff(source: ComponentSource): OneOffComponent {
  const { node, fields } = source;
  const prompting = readPrompting(source, {
    events: uiEvents.oneOff,
    targets: ["context", "conversation_history"],
    nullableInputs: true,
  });
  return {
    type: "OneOffComponent",
    ...prompting,
    inputs:
      node.child("inputs").value && prompting.inputs.length > 0 ? prompting.inputs : [goal(source)],
    maxCorrectionAttempts: fields.integer("max_correction_attempts", 3),
  };
}

/** Only this type has an input of its own. */
function goal({ node }: ComponentSource): OneOffComponent["inputs"][number] {
  return {
    ...node.located,
    target: "context",
    path: ["goal"],
    variable: "goal",
    optional: false,
    from: "context:goal",
    form: "text",
  };
}
