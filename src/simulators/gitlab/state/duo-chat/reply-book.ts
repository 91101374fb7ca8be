import type { CatalogChatReply } from "../../catalog/index.ts";

/** What a question is held against. */
export interface AskedQuestion {
  readonly content: string;
  readonly turn: number;
  readonly resource: string | undefined;
}

/** The replies of a catalog, of which each may answer so often. */
export class ReplyBook {
  readonly #replies: readonly CatalogChatReply[];
  readonly #used = new Map<CatalogChatReply, number>();

  constructor(replies: readonly CatalogChatReply[]) {
    this.#replies = replies;
  }

  /** The first reply that fits and is not used up, which it is thereby used by one; else one that says so. */
  take(question: AskedQuestion): CatalogChatReply {
    for (const reply of this.#replies) {
      const used = this.#used.get(reply) ?? 0;
      if (used >= (reply.times ?? Infinity) || !fits(reply, question)) continue;
      this.#used.set(reply, used + 1);
      return reply;
    }
    return {
      errors: ["The simulator has no reply to this question: see duo_chat in its catalog."],
    };
  }
}

function fits({ when, turn, resource }: CatalogChatReply, question: AskedQuestion): boolean {
  const { content, turn: asked, resource: about } = question;
  if (when !== undefined && !content.toLowerCase().includes(when.toLowerCase())) return false;
  if (turn !== undefined && turn !== asked) return false;
  return resource === undefined || resource.toLowerCase() === about?.toLowerCase();
}
