import type { ChatMessage, ToolCall } from "../../model/index.ts";
import type { ContextEnvelope } from "../run-options.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { History } from "../state/flow-state.ts";
import type { PartialAgent } from "./partial-agent.ts";
import type { SystemTemplate } from "./system-template.ts";

/** A conversation of a chat agent, as far as its steps need to know it. */
export interface ChatRun {
  readonly agent: PartialAgent;
  readonly scope: RunScope;
  /** The system text after the first pass of this turn. */
  readonly system: SystemTemplate;
  /** What came along with each message of the user. */
  readonly envelopes: ReadonlyMap<ChatMessage, readonly ContextEnvelope[]>;
  /** The replies that ended because they had no tokens left. */
  readonly cutOff: WeakSet<ChatMessage>;
}

/** What a step leaves: the history, and whose turn it is. */
export interface ChatStep {
  readonly history: History;
  /** `approval` when the user has to agree to calls first. */
  readonly next: "tools" | "user" | "approval";
  /** The calls that the user has to agree to. */
  readonly asked: readonly ToolCall[];
}
