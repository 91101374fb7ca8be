/** Suites in TypeScript, for Vitest: `*.eval.ts`. */
import { addAgentMatchers } from "./matchers/agent-matchers.ts";

export { type Agent, askAgent, defineAgent } from "./asking/agent.ts";
export type {
  AgentOptions,
  AskOptions,
  CaseOptions,
  CheckOptions,
  Question,
  ToolsOptions,
  TurnOptions,
} from "./asking/agent-options.ts";
export type { AgentCall, AgentRun, AgentTrial, ArgsMatcher, Times } from "./asking/agent-run.ts";
export { AgentAssertionError } from "./asking/assertion-error.ts";
export type { MockFunction, MockResult } from "./asking/mock-functions.ts";
export { type ToolError, toolError } from "./asking/tool-error.ts";
export type { AgentMatchers, CallOptions, OrderMode } from "./matchers/agent-matchers.ts";

addAgentMatchers();
