import type { ChatReply } from "../chat.ts";

/** Where replies are kept by the key of their requests. Neither reading nor writing ever fails a request. */
export interface ReplyCache {
  readonly epoch: string;
  read(key: string): Promise<ChatReply | undefined>;
  write(key: string, reply: ChatReply): Promise<void>;
}
