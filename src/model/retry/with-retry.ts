import type { Clock } from "../../core/clock.ts";
import type { Random } from "../../core/random.ts";
import type { ChatReply, ChatRequest, ModelClient, ReplyListener } from "../chat.ts";
import type { Limiter } from "../limiter/limiter.ts";
import { ModelError } from "../model-error.ts";
import { backoffMs } from "./backoff.ts";
import { isWorthRetrying } from "./failure-class.ts";
import { afterAttempts, tooLongAWait } from "./given-up.ts";

/** A pause before the next attempt, for who shows what a run is doing. */
export interface RetryWait {
  readonly model: string;
  readonly role: ChatRequest["role"];
  readonly ms: number;
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  readonly error: ModelError;
  /** In words. */
  readonly reason: string;
}

export interface RetryOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** In total; six when left out. */
  readonly attempts?: number;
  /** All failed attempts and pauses of one call together; five minutes when left out. */
  readonly maxTotalMs?: number;
  /** Gives the slots in which attempts take place; at once, when left out. */
  readonly limiter?: Limiter | undefined;
  /** Told before each pause. */
  readonly onWait?: (wait: RetryWait) => void;
}

/** Where three of ten attempts fail by chance, less than one call in a thousand is lost. */
const defaultAttempts = 6;
const defaultTotalMs = 5 * 60_000;

/** The same client, which asks again where that may help. What it waits is never counted as latency. */
export function withRetry(client: ModelClient, options: RetryOptions): ModelClient {
  return {
    ...client,
    chat: (request, signal, listener) =>
      chatWithRetry({ client, options, request, listener }, signal),
  };
}

interface Call {
  readonly client: ModelClient;
  readonly options: RetryOptions;
  readonly request: ChatRequest;
  readonly listener: ReplyListener | undefined;
}

async function chatWithRetry(call: Call, signal: AbortSignal | undefined): Promise<ChatReply> {
  const { client, options, request, listener } = call;
  const { clock, random, onWait, maxTotalMs = defaultTotalMs } = options;
  const started = clock.monotonic();
  let slotMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reply = await inSlot(call, signal, (ms) => {
        slotMs += ms;
      });
      const waitMs = Math.max(reply.waitMs, clock.monotonic() - started - reply.activeMs);
      return {
        ...reply,
        waitMs: attempt === 1 ? reply.waitMs + slotMs : waitMs,
        attempts: attempt,
      };
    } catch (error) {
      if (!(error instanceof ModelError) || !isWorthRetrying(error)) throw error;
      if (attempt >= (options.attempts ?? defaultAttempts)) throw afterAttempts(error, attempt);
      // Nobody's fault is the time for which others had the slots.
      const leftMs = maxTotalMs - (clock.monotonic() - started - slotMs);
      if ((error.retryAfterMs ?? 0) > leftMs) throw tooLongAWait(error, attempt, maxTotalMs);
      const ms = backoffMs(attempt, error.retryAfterMs, random);
      if (ms > leftMs) throw afterAttempts(error, attempt);
      listener?.onWait?.(ms, error);
      const { role } = request;
      onWait?.({ model: client.id, role, ms, attempt, error, reason: error.message });
      await clock.sleep(ms, signal);
    }
  }
}

/** One attempt, as soon as there is a slot for it. */
async function inSlot(
  { client, options: { limiter }, request, listener }: Call,
  signal: AbortSignal | undefined,
  onSlot: (waitedMs: number) => void,
): Promise<ChatReply> {
  if (limiter === undefined) return client.chat(request, signal, listener);
  const slot = await limiter.enter(request, {
    signal,
    onWait: (ms) => listener?.onWait?.(ms, undefined),
  });
  onSlot(slot.waitedMs);
  try {
    const reply = await client.chat(request, signal, listener);
    slot.leave({ type: "reply", usage: reply.usage });
    return reply;
  } catch (error) {
    slot.leave({ type: "failure", error });
    throw error;
  }
}
