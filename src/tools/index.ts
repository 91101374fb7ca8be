export type { CatalogTool } from "./catalog/catalog-tool.ts";
export { catalogTool, catalogToolNames } from "./catalog/catalog.ts";
export { privilegeNames, privilegeTools } from "./catalog/privileges.ts";
export { unregisteredTools } from "./catalog/unregistered-tools.ts";
export { createFakes, type Fakes } from "./fakes/create-fakes.ts";
export type { ApiRequest, Fake } from "./fakes/fake.ts";
export { fakesSchema } from "./fakes/fakes-schema.ts";
export { layOver } from "./fakes/lay-over.ts";
export { type FakeSeeds, readFakes } from "./fakes/read-fakes.ts";
export type { SeedProblem } from "./fakes/seed-problem.ts";
export { type AcceptedTools, acceptTools } from "./imported/accept-tools.ts";
export { compareTools, type ToolChanges } from "./imported/compare-tools.ts";
export { loadToolCatalog } from "./imported/load-tool-catalog.ts";
export { type GivenTool, type GivenTools, readToolList } from "./imported/read-tool-list.ts";
export { readToolsFile } from "./imported/read-tools-file.ts";
export { countToolTexts, isSummarized, type ToolTexts } from "./imported/tool-texts.ts";
export {
  type ImportedTool,
  type ToolsFile,
  toolsFileEnding,
  type ToolSource,
} from "./imported/tools-file.ts";
export { toolsFileText } from "./imported/tools-file-text.ts";
export { argumentMisfits } from "./mocks/argument-misfits.ts";
export { misfits } from "./mocks/fit-matcher.ts";
export type { MockProblem } from "./mocks/mock-problem.ts";
export { createMockRuntime, type UnmockedPolicy } from "./mocks/mock-runtime.ts";
export { mergeMocks, type MockAnswer, type MockRule, type Mocks } from "./mocks/mock.ts";
export { mocksSchema } from "./mocks/mocks-schema.ts";
export { parseMocks } from "./mocks/parse-mocks.ts";
export type { Redact } from "./output/redact.ts";
export { sanitizeToolOutput } from "./output/sanitize-tool-output.ts";
export { truncateToolOutput } from "./output/truncate-tool-output.ts";
export { bundledTools, type ToolCatalog } from "./tool-catalog.ts";
export type { ToolInvocation, ToolOutcome, ToolRuntime } from "./tool-runtime.ts";
export type { ToolSpec } from "./tool-spec.ts";
export { UnmockedCallError } from "./unmocked-call-error.ts";
export { argsProblem, missingAlternatives, validateToolArgs } from "./validate-tool-args.ts";
