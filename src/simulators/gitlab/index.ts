export { type CatalogFile, loadCatalog } from "./catalog/index.ts";
export {
  createGitlabSimulator,
  type GitlabSimulator,
  type GitlabSimulatorOptions,
  type SeenRequest,
} from "./create-gitlab-simulator.ts";
export { gitlabFaults, parseFault, type PlannedFault } from "./faults/index.ts";
