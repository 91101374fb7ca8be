export {
  type CatalogFile,
  createGitlabSimulator,
  gitlabFaults,
  type GitlabSimulator,
  type GitlabSimulatorOptions,
  loadCatalog,
  parseFault,
  type PlannedFault,
  type SeenRequest,
} from "./gitlab/index.ts";
export { createLlmSimulator, type SimulatedFault } from "./llm/create-llm-simulator.ts";
export { type RunningServer, serve } from "./serve.ts";
