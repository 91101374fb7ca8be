import type { Clock } from "../../core/clock.ts";
import type { Random } from "../../core/random.ts";
import type { ChatReply, ChatRequest, ModelClient } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { backoffMs } from "./backoff.ts";

/** A pause before the next attempt, for who shows what a run is doing. */
export interface RetryWait {
  readonly model: string;
  readonly role: ChatRequest["role"];
  readonly ms: number;
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  readonly error: ModelError;
}

export interface RetryOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** In total; 4 when left out. */
  readonly attempts?: number;
  /** All pauses of one call together; five minutes when left out. */
  readonly maxTotalWaitMs?: number;
  /** Told before each pause. */
  readonly onWait?: (wait: RetryWait) => void;
}

const defaultAttempts = 4;
const defaultTotalWaitMs = 5 * 60_000;

/** The same client, which asks again where that may help. What it waits is never counted as latency. */
export function withRetry(client: ModelClient, options: RetryOptions): ModelClient {
  return {
    id: client.id,
    kind: client.kind,
    chat: (request, signal) => chatWithRetry({ client, options, request }, signal),
  };
}

interface Call {
  readonly client: ModelClient;
  readonly options: RetryOptions;
  readonly request: ChatRequest;
}

async function chatWithRetry(call: Call, signal: AbortSignal | undefined): Promise<ChatReply> {
  const { client, options, request } = call;
  const { clock, random, onWait } = options;
  const started = clock.monotonic();
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reply = await client.chat(request, signal);
      const waitMs = Math.max(reply.waitMs, clock.monotonic() - started - reply.activeMs);
      return { ...reply, waitMs: attempt === 1 ? reply.waitMs : waitMs, attempts: attempt };
    } catch (error) {
      if (!(error instanceof ModelError) || !error.retryable) throw error;
      const ms = backoffMs(attempt, error.retryAfterMs, random);
      const isLast = attempt >= (options.attempts ?? defaultAttempts);
      if (isLast || waitedMs + ms > (options.maxTotalWaitMs ?? defaultTotalWaitMs)) {
        throw afterAttempts(error, attempt);
      }
      onWait?.({ model: client.id, role: request.role, ms, attempt, error });
      await clock.sleep(ms, signal);
      waitedMs += ms;
    }
  }
}

/** The last error, which says how often it was tried. */
function afterAttempts(error: ModelError, attempts: number): ModelError {
  if (attempts === 1) return error;
  const { status, type, retryAfterMs, hint, place } = error;
  return new ModelError(error.code, `${error.message} (${attempts} attempts)`, {
    status,
    type,
    retryable: true,
    retryAfterMs,
    hint,
    place,
    cause: error,
  });
}
