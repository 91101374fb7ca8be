import type { DeterministicStepComponent } from "../model/deterministic-step-component.ts";
import { adviceOn } from "./absent-key.ts";
import { type ComponentSource, readBase } from "./component-fields.ts";

export function readDeterministicStep(source: ComponentSource): DeterministicStepComponent {
  const { node, fields } = source;
  fields.choice("ui_role_as", ["tool"]);
  return {
    type: "DeterministicStepComponent",
    ...readBase(source, {
      events: ["on_tool_execution_success", "on_tool_execution_failed"],
      targets: ["context", "conversation_history"],
    }),
    toolName: readToolName(source),
    ownToolset: node.child("toolset").exists,
  };
}

function readToolName({ node, fields, owner }: ComponentSource): string {
  const { value } = node.child("tool_name");
  if (value === undefined || value === null || value === "") {
    const message = `${owner} has no "tool_name"`;
    const hint = adviceOn(node, "tool_name", "name the tool that the step calls");
    node.report({ rule: "E83", message, hint });
    return "";
  }
  return fields.text("tool_name");
}
