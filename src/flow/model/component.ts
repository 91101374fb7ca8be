import type { AgentComponent } from "./agent-component.ts";
import type { DeterministicStepComponent } from "./deterministic-step-component.ts";
import type { HumanInputComponent } from "./human-input-component.ts";
import type { OneOffComponent } from "./one-off-component.ts";

/** A node of a flow. `end` and `abort` always exist and are never written. */
export type FlowComponent =
  | AgentComponent
  | OneOffComponent
  | DeterministicStepComponent
  | HumanInputComponent;

/** The value of a component's `type`. */
export type ComponentType = FlowComponent["type"];

/** The types in the order in which messages list them. */
export const componentTypes: readonly ComponentType[] = [
  "AgentComponent",
  "OneOffComponent",
  "DeterministicStepComponent",
  "HumanInputComponent",
];

/** Names that every flow has: targets of routers, but never the name of a component. */
export const builtInComponents: readonly string[] = ["end", "abort"];
