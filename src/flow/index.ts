export {
  type FlowGraph,
  flowGraph,
  flowMermaid,
  flowVisits,
  type GraphEdge,
} from "./graph/index.ts";
export * from "./definitions/index.ts";
export { recordedKnowledge } from "./facts/index.ts";
export {
  type FlowInspection,
  type FlowKnowledge,
  inspectFlow,
  type KnownPrompt,
  type KnownResponseSchema,
  type KnownTool,
  type KnownToolForm,
  type Lookup,
} from "./inspect/index.ts";
export { createTemplatePlace, type TemplatePlace } from "./check/template-place.ts";
export { parseFlow, type ParseFlowOptions } from "./load/parse-flow.ts";
export {
  type Lock,
  type LockedItem,
  type LockedVersion,
  lockFileName,
  readLock,
} from "./lock/index.ts";
export * from "./model/index.ts";
export { type FlowProblem, type FlowRule, flowRuleIds } from "./problem/index.ts";
export {
  compareRegistered,
  type FlowRegistries,
  type FlowSources,
  listFlows,
  listPromptFiles,
  loadKnowledge,
  loadRegistries,
  type RegisteredFlow,
  type RegistrySources,
  type ResolvedFlow,
  resolveFlow,
} from "./registry/index.ts";
export { compileResponseSchema, type ResponseSchema } from "./response-schema/index.ts";
export {
  compareVersions,
  constraintReach,
  parseVersion,
  selectVersion,
  type Version,
} from "./version/index.ts";
export {
  globalNames,
  inspectTemplate,
  type NamedSpot,
  type NullUse,
  renderPrompt,
  renderTemplate,
  TemplateError,
  type TemplateFacts,
  type TemplateSpot,
  templateVariables,
} from "./template/index.ts";
export { type YamlComment, type YamlLayout, yamlLayout } from "../yaml/index.ts";
