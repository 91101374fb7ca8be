export type { AgentComponent, MaxCycles, SubagentReference } from "./agent-component.ts";
export type { Compaction, ComponentBase, PromptingComponent } from "./component-base.ts";
export type { ComponentType, FlowComponent } from "./component.ts";
export type { DeterministicStepComponent } from "./deterministic-step-component.ts";
export type { FlowInput, FlowInputField } from "./flow-input.ts";
export {
  findComponent,
  findPrompt,
  findResponseSchema,
  type Flow,
  type FlowEnvironment,
  type FlowVersion,
} from "./flow.ts";
export type { HumanInputComponent } from "./human-input-component.ts";
export { type IOKey, type LiteralKey, type StateKey, type StateTarget } from "./io-key.ts";
export type { Located, NodePath } from "./located.ts";
export type { OneOffComponent } from "./one-off-component.ts";
export type { Prompt, PromptEntry, PromptModelParams, PromptParams } from "./prompt.ts";
export type { ResponseSchemaEntry } from "./response-schema-entry.ts";
export {
  type ConditionalRouter,
  defaultRoute,
  type FlowRouter,
  type Route,
  type SimpleRouter,
} from "./router.ts";
export type { ToolsetEntry } from "./toolset-entry.ts";
