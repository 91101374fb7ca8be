import type { Flow, FlowComponent } from "../../flow/index.ts";

/** The components that routers may name: all but those that a supervisor has taken. */
export function topLevelComponents(flow: Flow): readonly FlowComponent[] {
  const taken = new Set(
    flow.components.flatMap((component) =>
      component.type === "AgentComponent" ? component.subagents.map(({ name }) => name) : [],
    ),
  );
  return flow.components.filter(({ name }) => !taken.has(name));
}
