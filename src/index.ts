/** The public library of flowproof. What is not exported here may change at any time. */
export { AppError, type AppErrorOptions, AppErrors } from "./core/errors/app-error.ts";
export type { ErrorCode } from "./core/errors/codes/index.ts";
export type { Clock } from "./core/clock.ts";
export type { Files } from "./core/files.ts";
export type { JsonArray, JsonObject, JsonValue } from "./core/json.ts";
export type { Place, Position, Range } from "./core/position.ts";
export {
  estimateRun,
  type EvalWorld,
  loadSuites,
  type LoadSuitesOptions,
  openModels,
  planRun,
  type PlanOptions,
  type RunPlan,
  runSuites,
  startedEvent,
  type Suite,
} from "./eval/index.ts";
export {
  type Flow,
  parseFlow,
  renderTemplate,
  resolveFlow,
  TemplateError,
  templateVariables,
} from "./flow/index.ts";
export {
  createGitLabClient,
  type GitLabClient,
  type GitLabClientOptions,
  GitLabError,
} from "./gitlab/index.ts";
export { bundledKnowledge, type Diagnostic, type LintOptions, lintText } from "./lint/index.ts";
export {
  type ChatReply,
  type ChatRequest,
  createModel,
  type ModelClient,
  ModelError,
  type ModelOptions,
  type Usage,
} from "./model/index.ts";
export {
  diskFiles,
  pooledFetch,
  seededRandom,
  systemClock,
  systemRandom,
} from "./platform/index.ts";
export {
  createRunFold,
  foldRun,
  type Outcome,
  readRun,
  type RunEvent,
  type RunRecord,
  type TrialRecord,
} from "./record/index.ts";
export { type RunReporter, runReporters, type Summary, summaryOf } from "./report/index.ts";
export { loadToolCatalog, type ToolCatalog } from "./tools/index.ts";
