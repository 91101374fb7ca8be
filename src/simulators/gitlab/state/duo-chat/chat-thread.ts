import type { UserRecord } from "../records.ts";

/** How GitLab tells threads apart, by what they were begun from. */
export type ConversationType =
  | "DUO_CHAT_LEGACY"
  | "DUO_CODE_REVIEW"
  | "DUO_QUICK_CHAT"
  | "DUO_CHAT";

/** What was said in a thread, or a piece of it. */
export interface ChatMessage {
  readonly id: string;
  readonly requestId: string;
  readonly role: "USER" | "ASSISTANT";
  readonly content: string | null;
  readonly errors: readonly string[];
  readonly timestamp: string;
  /** Of a piece of an answer; null for a whole message. */
  readonly chunkId: number | null;
}

/** A conversation of one user. */
export interface ChatThread {
  readonly id: number;
  readonly user: UserRecord;
  readonly type: ConversationType;
  readonly messages: ChatMessage[];
  /** Questions since it began, or was reset. */
  turns: number;
}
