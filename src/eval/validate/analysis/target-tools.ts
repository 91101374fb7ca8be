import { findComponent } from "../../../flow/index.ts";
import { toolMatcher } from "../../check/tool-glob.ts";
import { toolsOf } from "../../suite/known-names.ts";
import type { EngineTarget } from "../../target/target.ts";
import type { TargetView } from "../view/suite-view.ts";

/** What a supervisor calls to hand over to a subagent. */
const delegation = "delegate_task";

/** The tools that a target can call: those of its flow, and those that its session brings. */
export function targetTools({ flow, session }: EngineTarget): ReadonlySet<string> {
  const steps = flow.components.flatMap((each) =>
    each.type === "DeterministicStepComponent" ? [each.toolName] : [],
  );
  const delegates = flow.components.some(
    (each) => each.type === "AgentComponent" && each.subagents.length > 0,
  );
  const own = [...toolsOf(flow), ...steps, ...(session.mcpTools ?? [])];
  const denied = new Set(session.deniedTools);
  return new Set([...own.filter((name) => !denied.has(name)), ...(delegates ? [delegation] : [])]);
}

/** The tools that at least one of the targets can call. */
export function callableTools(targets: readonly TargetView[]): ReadonlySet<string> {
  return new Set(targets.flatMap(({ target }) => [...targetTools(target)]));
}

/** The flows of targets in words: `the flow helper`, `none of the flows a, b`. */
export function noneOfFlows(targets: readonly TargetView[]): string {
  const names = [...new Set(targets.map(({ target }) => target.reference))];
  return names.length === 1
    ? `the flow ${names[0] ?? ""} does not`
    : `none of the flows ${names.join(", ")} does`;
}

/** Whether a component of a target may call a tool; a chat has what its session brings as well. */
export function offers({ flow, session }: EngineTarget, name: string, tool: string): boolean {
  const component = findComponent(flow, name);
  // What is no component is told elsewhere.
  if (component === undefined) return true;
  if (component.type === "HumanInputComponent") return false;
  const steps = component.type === "DeterministicStepComponent" ? [component.toolName] : [];
  const delegates = component.type === "AgentComponent" && component.subagents.length > 0;
  const own = [...component.toolset.map((each) => each.tool), ...steps];
  const all = [...own, ...(session.mcpTools ?? []), ...(delegates ? [delegation] : [])];
  return all.some(toolMatcher(tool));
}
