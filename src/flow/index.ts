export { flowMermaid, flowVisits } from "./graph/index.ts";
export {
  type FlowInspection,
  type FlowKnowledge,
  inspectFlow,
  type KnownPrompt,
  type KnownResponseSchema,
  type KnownTool,
  type Lookup,
} from "./inspect/index.ts";
export { parseFlow, type ParseFlowOptions } from "./load/parse-flow.ts";
export * from "./model/index.ts";
export type { FlowProblem } from "./problem/index.ts";
export {
  type FlowRegistries,
  type FlowSources,
  listFlows,
  loadRegistries,
  type RegisteredFlow,
  type RegistrySources,
  type ResolvedFlow,
  resolveFlow,
} from "./registry/index.ts";
export { compileResponseSchema, type ResponseSchema } from "./response-schema/index.ts";
export { selectVersion } from "./version/index.ts";
export {
  renderPrompt,
  renderTemplate,
  TemplateError,
  templateVariables,
} from "./template/index.ts";
