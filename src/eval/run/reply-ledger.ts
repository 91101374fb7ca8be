import { addUsage, type ChatReply, noUsage, type Usage } from "../../model/index.ts";

interface Entry {
  readonly usage: Usage;
  readonly replies: number;
}

/** What was used without being paid, by who asked: replies that came from the cache. */
export class ReplyLedger {
  private readonly entries = new Map<string, Entry>();

  /** @param asker `agent`, or the name of a judge. */
  add(asker: string, { cached, usage }: Pick<ChatReply, "cached" | "usage">): void {
    if (cached !== true) return;
    const before = this.entries.get(asker);
    this.entries.set(asker, {
      usage: addUsage(before?.usage ?? noUsage, usage),
      replies: (before?.replies ?? 0) + 1,
    });
  }

  cachedUsage(asker: string): Usage {
    return this.entries.get(asker)?.usage ?? noUsage;
  }

  cachedReplies(asker: string): number {
    return this.entries.get(asker)?.replies ?? 0;
  }
}
