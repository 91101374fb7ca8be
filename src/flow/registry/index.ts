export { listPromptFiles } from "./list-prompt-files.ts";
export { compareRegistered, listFlows, type RegisteredFlow } from "./list-flows.ts";
export { loadKnowledge } from "./load-knowledge.ts";
export { type FlowRegistries, loadRegistries } from "./load-registries.ts";
export type { RegistrySources } from "./registry-sources.ts";
export { type FlowSources, type ResolvedFlow, resolveFlow } from "./resolve-flow.ts";
