import { type ChatReply, type ChatRequest, type ModelClient, textOf } from "../chat.ts";
import { cacheKey, type CacheOrigin } from "./cache-key.ts";
import type { ReplyCache } from "./reply-cache.ts";

/** How a reply ends that is whole: what a model refuses or was cut off in is asked for again. */
const wholeEnds: ReadonlySet<string> = new Set(["end_turn", "stop_sequence", "tool_use"]);

/** The same client, which asks nobody where the reply is known. A known reply has the times of its first call. */
export function cachedClient(
  client: ModelClient,
  origin: CacheOrigin,
  cache: ReplyCache,
): ModelClient {
  return scoped(client, { origin, cache, scope: "" });
}

interface Scope {
  readonly origin: CacheOrigin;
  readonly cache: ReplyCache;
  readonly scope: string;
}

function scoped(client: ModelClient, within: Scope): ModelClient {
  const { origin, cache, scope } = within;
  const asked = new Map<string, number>();
  const repeatOf = (request: ChatRequest): number => {
    const first = cacheKey(origin, { request, scope, repeat: 0, epoch: cache.epoch });
    const repeat = asked.get(first) ?? 0;
    asked.set(first, repeat + 1);
    return repeat;
  };
  return {
    ...client,
    forTrial: (name) => scoped(client, { ...within, scope: name }),
    chat: async (request, signal, listener): Promise<ChatReply> => {
      signal?.throwIfAborted();
      const repeat = repeatOf(request);
      const key = cacheKey(origin, { request, scope, repeat, epoch: cache.epoch });
      const known = await cache.read(key);
      if (known !== undefined) {
        const text = textOf(known.parts);
        if (text !== "") listener?.onText(text);
        return { ...known, cached: true };
      }
      const reply = await client.chat(request, signal, listener);
      if (isWorthKeeping(reply)) await cache.write(key, reply);
      return reply;
    },
  };
}

function isWorthKeeping({ stopReason, parts }: ChatReply): boolean {
  return wholeEnds.has(stopReason) && parts.every(({ type }) => type !== "invalid_tool_call");
}
