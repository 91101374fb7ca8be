import type { Flow, FlowComponent, NodePath } from "../../flow/index.ts";

/** A tool that a component may use, and where the flow says so. */
export interface UsedTool {
  readonly tool: string;
  readonly component: string;
  readonly at: NodePath;
}

/** Every tool that the components of a flow list or run. */
export function toolsOf({ components }: Pick<Flow, "components">): readonly UsedTool[] {
  return components.flatMap(toolsOfComponent);
}

function toolsOfComponent(component: FlowComponent): readonly UsedTool[] {
  const { name, toolset, at } = component;
  const listed = toolset.map((entry) => ({ tool: entry.tool, component: name, at: entry.at }));
  if (component.type === "HumanInputComponent") return [];
  if (component.type !== "DeterministicStepComponent") return listed;
  // Its toolset, where it writes one, is only there to fix arguments.
  return [{ tool: component.toolName, component: name, at: [...at, "tool_name"] }];
}
