import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState } from "../state/flow-state.ts";
import type { AgentSettings } from "./agent-settings.ts";

/**
 * What an agent reads of the state. The goal of a chat is the user's latest message, but an agent that
 * gets the messages one by one has that at the end of its history; its template goes on to show the
 * goal with which the history began, which would be lost otherwise.
 */
export function agentInputs(
  { component, slot }: Pick<AgentSettings, "component" | "slot">,
  state: FlowState,
  scope: RunScope,
): PyDict {
  if (!getsMessages(component, scope)) return slot.readInputs(state);
  const context = new Map(state.context).set("goal", openingGoal(component, state, scope));
  return slot.readInputs({ ...state, context });
}

/** The goal when a component was first visited, or first told something. */
export function openingGoal(
  component: string,
  { context }: FlowState,
  { openingGoals }: RunScope,
): PyValue {
  const goal = openingGoals.get(component) ?? context.get("goal") ?? null;
  openingGoals.set(component, goal);
  return goal;
}

/** Elsewhere than in a chat the goal never changes. */
function getsMessages(component: string, { options }: RunScope): boolean {
  const { environment, components } = options.flow;
  if (environment !== "chat") return false;
  return components.some(
    (each) => each.type === "HumanInputComponent" && each.sendsResponseTo === component,
  );
}
