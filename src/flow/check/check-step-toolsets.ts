import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { fieldOf } from "./flow-check.ts";

/** A deterministic step that writes a toolset of its own must have its tool in it. */
export function checkStepToolsets({ flow }: FlowDraft): readonly FlowProblem[] {
  return flow.components.flatMap((component): readonly FlowProblem[] => {
    if (component.type !== "DeterministicStepComponent" || !component.ownToolset) return [];
    const { name, toolName, toolset } = component;
    if (toolName === "" || toolset.some(({ tool }) => tool === toolName)) return [];
    const place = fieldOf(flow, component, "toolset");
    const hint = `add "${toolName}", or leave "toolset" out`;
    if (toolset.length === 0) {
      const message = `the toolset of component "${name}" is empty`;
      return [{ ...place, rule: "E84", message, hint }];
    }
    const message = `the toolset of component "${name}" lacks its tool "${toolName}"`;
    return [{ ...place, rule: "E85", message, hint }];
  });
}
