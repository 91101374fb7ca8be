export { agentComponentType } from "./agent-component-type.ts";
export { deterministicStepComponentType } from "./deterministic-step-component-type.ts";
export { humanInputComponentType } from "./human-input-component-type.ts";
export { oneOffComponentType } from "./one-off-component-type.ts";
