import { isPyDict, isPyList } from "../../core/python/py-value.ts";
import type { DeterministicStepComponent } from "../model/deterministic-step-component.ts";
import { uiEvents } from "../model/ui-events.ts";
import { adviceOn } from "./absent-key.ts";
import { type ComponentSource, readBase, reportReserved } from "./component-fields.ts";
import { describeValue } from "./describe-value.ts";

export function readDeterministicStep(source: ComponentSource): DeterministicStepComponent {
  const { node, fields } = source;
  fields.choice("ui_role_as", ["tool"]);
  reportReserved(source);
  return {
    type: "DeterministicStepComponent",
    ...readBase(source, {
      events: uiEvents.deterministicStep,
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
  if (typeof value === "string") return value;
  if (isPyList(value) || isPyDict(value)) return fields.text("tool_name");
  // Any other value is looked up like a name, and no tool is called so.
  const message = `${owner} calls the tool ${describeValue(value)}, which the service does not have`;
  node.child("tool_name").report({ rule: "E84", message, hint: "put the tool's name in quotes" });
  return "";
}
