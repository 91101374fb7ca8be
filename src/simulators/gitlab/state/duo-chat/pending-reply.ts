import type { CatalogChatReply } from "../../catalog/index.ts";
import type { ChatMessage } from "./chat-thread.ts";

/** An answer that is on its way. */
export class PendingReply {
  readonly #reply: CatalogChatReply;
  readonly #asked: ChatMessage;
  readonly #readyAt: number;
  #pollsLeft: number;

  /** @param asked the question  @param now in milliseconds */
  constructor(reply: CatalogChatReply, asked: ChatMessage, now: number) {
    this.#reply = reply;
    this.#asked = asked;
    this.#readyAt = now + (reply.delay_ms ?? 0);
    this.#pollsLeft = reply.polls ?? 0;
  }

  get requestId(): string {
    return this.#asked.requestId;
  }

  /** Counts a poll; the answer, once it is there. */
  poll(now: number, timestamp: string): ChatMessage | undefined {
    const waited = this.#pollsLeft <= 0 && now >= this.#readyAt && this.#reply.never !== true;
    this.#pollsLeft -= 1;
    if (!waited) return undefined;
    const { answer = null, errors = [] } = this.#reply;
    return {
      ...this.#spoken("answer"),
      content: clipped(answer),
      errors,
      timestamp,
      chunkId: null,
    };
  }

  /** The pieces that are there before the answer is, one more with each poll. */
  pieces(polled: number, timestamp: string): readonly ChatMessage[] {
    const { answer = "", chunks = 0 } = this.#reply;
    const size = Math.max(1, Math.ceil(answer.length / Math.max(1, chunks)));
    return Array.from({ length: Math.min(chunks, polled) }, (_, index) => ({
      ...this.#spoken(`chunk-${index + 1}`),
      content: answer.slice(index * size, (index + 1) * size),
      errors: [],
      timestamp,
      chunkId: index + 1,
    }));
  }

  #spoken(name: string): Pick<ChatMessage, "id" | "requestId" | "role"> {
    const { requestId } = this.#asked;
    return { id: `${requestId}-${name}`, requestId, role: "ASSISTANT" };
  }
}

/** What GitLab keeps of a text, in characters. */
const maxKept = 20_000;

function clipped(text: string | null): string | null {
  return text === null ? null : Array.from(text).slice(0, maxKept).join("");
}
