export type { EngineEvent, ToolCallRecord } from "./engine-event.ts";
export type { FeatureFlag } from "./feature-flags.ts";
export type { ReplyProgress } from "./reply-progress.ts";
export { classicCommands, expandCommand, slashCommand } from "./chat-partial/slash-command.ts";
export { runFlow } from "./run-flow.ts";
export type {
  HumanDecision,
  NamespaceContext,
  ProjectContext,
  RunContext,
  RunOptions,
  RunRegistries,
} from "./run-options.ts";
export type { FailureKind, RunResult, RunStatus } from "./run-result.ts";
export { startSession } from "./start-session.ts";
export { wasOffered } from "./tools/was-offered.ts";
