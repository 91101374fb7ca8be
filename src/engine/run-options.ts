import type { Clock } from "../core/clock.ts";
import type { JsonObject, JsonValue } from "../core/json.ts";
import type { Flow, FlowRegistries } from "../flow/index.ts";
import type { ChatMessage, ModelClient } from "../model/index.ts";
import type { ToolRuntime } from "../tools/index.ts";
import type { EngineEvent } from "./engine-event.ts";
import type { FeatureFlag } from "./feature-flags.ts";
import type { ReplyProgress } from "./reply-progress.ts";

/** The project of a session. Whatever is missing is derived from what is there, always alike. */
export interface ProjectContext {
  readonly id?: number | undefined;
  /** Full path: `shop/web`. */
  readonly path?: string | undefined;
  readonly webUrl?: string | undefined;
  readonly httpUrlToRepo?: string | undefined;
  readonly defaultBranch?: string | undefined;
}

/** The namespace of a session. Whatever is missing is derived from what is there, always alike. */
export interface NamespaceContext {
  readonly id?: number | undefined;
  /** Full path: `shop`. */
  readonly path?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly webUrl?: string | undefined;
}

/** One piece of additional context, as the service receives it. */
export interface ContextEnvelope {
  readonly category: string;
  readonly id?: string | undefined;
  /** JSON text for declared categories, plain text for the executor's own. */
  readonly content?: string | undefined;
  readonly metadata?: JsonObject | undefined;
}

/** Additional context: envelopes, or the short form category to value. */
export type ContextInputs = readonly ContextEnvelope[] | { readonly [category: string]: JsonValue };

/** Where a conversation happens. With neither project nor namespace the run is refused. */
export interface RunContext {
  /** A path, an id, or what is known of it. */
  readonly project?: string | number | ProjectContext | null | undefined;
  readonly namespace?: string | number | NamespaceContext | null | undefined;
  readonly inputs?: ContextInputs | undefined;
}

/** What a person answers when the run waits. */
export type HumanDecision =
  | { readonly type: "approve" }
  /** With a text it counts as a request for changes, as in the service. */
  | { readonly type: "reject"; readonly message?: string | undefined }
  | { readonly type: "modify"; readonly message: string }
  | { readonly type: "reply"; readonly message: string };

/** What the session allows its agents. Without it, everything; then only flows themselves ask for approval. */
interface AgentPrivileges {
  /** Tools of other privileges are not offered. */
  readonly enabled: readonly string[];
  /** Tools of enabled privileges that are not among these wait for approval, where approval is asked for. */
  readonly preApproved: readonly string[];
}

/** What a chat of ours may say of itself, where the service has it fixed. */
export interface ChatSettings {
  /** Tokens of a reply; as in the service's chat by default. */
  readonly maxTokens?: number | undefined;
  /** 0 by default. */
  readonly temperature?: number | undefined;
  /** Whether it knows the commands of the classic chat as well. */
  readonly isClassic?: boolean | undefined;
}

/** Bounds of a run. Each has a default; hitting one is a named failure. */
interface RunLimits {
  /** Replies of the model in the whole run. */
  readonly maxReplies?: number | undefined;
  /** Messages of the user, and answers of people; no limit by default. */
  readonly maxTurns?: number | undefined;
  /** Executions of nodes for one start or resume: 600 in the service. */
  readonly maxSupersteps?: number | undefined;
  /** How often a rejected final answer is asked for again: 10. */
  readonly finalAnswerRetries?: number | undefined;
  /** Tokens that the model can read; known models have theirs. */
  readonly contextWindow?: number | undefined;
}

/** Prompts and response schemas that the flow names by version, already read. */
export type RunRegistries = FlowRegistries;

/** Everything a run depends on. Nothing else decides what happens in it. */
export interface RunOptions {
  readonly flow: Flow;
  /** The first message of the user. */
  readonly goal: string;
  readonly context: RunContext;
  readonly tools: ToolRuntime;
  readonly model: ModelClient;
  readonly clock: Clock;
  /** SHA-256 in hex. */
  readonly hash: (text: string) => string;
  readonly workflowId: string;
  /** From 0. */
  readonly trial: number;
  readonly limits?: RunLimits | undefined;
  /** Copy the service's known defects as well. */
  readonly compat?: boolean | undefined;
  /** Answers for every pause, in order. */
  readonly human?: readonly HumanDecision[] | undefined;
  readonly privileges?: AgentPrivileges | undefined;
  /** Tools that are switched off for this session, whatever its privileges: not offered, and a chat says so. */
  readonly deniedTools?: readonly string[] | undefined;
  /** For chats with one agent (`chat-partial`). */
  readonly chat?: ChatSettings | undefined;
  /** What was said before the first message, for chats with one agent: as if it had been said in this session. */
  readonly history?: readonly ChatMessage[] | undefined;
  /** Flags of the service that are on. */
  readonly features?: readonly FeatureFlag[] | undefined;
  /** Tools of connected MCP servers: offered in `chat` and `chat-partial` besides the toolset. */
  readonly mcpTools?: readonly string[] | undefined;
  /** Takes secrets out of what tools return, before a model or a record sees it. */
  readonly redact?: ((text: string) => string) | undefined;
  readonly registries?: RunRegistries | undefined;
  readonly onEvent?: ((event: EngineEvent) => void) | undefined;
  /** Hears replies while they come, where the model lets it. Nothing of the result depends on it. */
  readonly onProgress?: ((progress: ReplyProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}
