import type {
  ChatMessage,
  ChatReply,
  ModelRole,
  SystemBlock,
  ToolChoice,
} from "../../model/index.ts";
import type { TrialKey } from "../trial-key.ts";

/** A block of a system prompt whose text is kept once for the whole journal. */
export interface KeptBlock extends Omit<SystemBlock, "text"> {
  /** The id of a `text_kept` event before. */
  readonly kept: string;
}

/**
 * A request as the difference from the one before in the same conversation (same trial, role and
 * component), so that a journal grows with what was said and not with its square. Absent means
 * unchanged.
 */
export interface RequestDelta {
  readonly system?: readonly (SystemBlock | KeptBlock)[];
  /** Names of the tools offered. */
  readonly tools?: readonly string[];
  readonly toolChoice?: ToolChoice | null;
  readonly maxTokens?: number;
  /** How many messages of the request before still stand at the front. */
  readonly keep: number;
  readonly add: readonly ChatMessage[];
}

export interface ModelCalled extends TrialKey {
  readonly type: "model_called";
  readonly role: ModelRole;
  readonly component: string;
  readonly model: string;
  readonly request: RequestDelta;
  readonly reply?: ChatReply;
  readonly error?: { readonly code: string; readonly message: string; readonly status?: number };
}
