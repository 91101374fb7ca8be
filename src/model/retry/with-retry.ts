import type { Clock } from "../../core/clock.ts";
import type { Random } from "../../core/random.ts";
import type { ChatReply, ChatRequest, ModelClient, ReplyListener } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { backoffMs, longestWaitMs } from "./backoff.ts";

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
  const { clock, random, onWait } = options;
  const started = clock.monotonic();
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const reply = await client.chat(request, signal, listener);
      const waitMs = Math.max(reply.waitMs, clock.monotonic() - started - reply.activeMs);
      return { ...reply, waitMs: attempt === 1 ? reply.waitMs : waitMs, attempts: attempt };
    } catch (error) {
      if (!(error instanceof ModelError) || !error.retryable) throw error;
      if (asksTooMuch(error)) throw tooLongAWait(error, attempt);
      const ms = backoffMs(attempt, error.retryAfterMs, random);
      const isLast = attempt >= (options.attempts ?? defaultAttempts);
      if (isLast || waitedMs + ms > (options.maxTotalWaitMs ?? defaultTotalWaitMs)) {
        throw afterAttempts(error, attempt);
      }
      listener?.onWait?.(ms, error);
      onWait?.({ model: client.id, role: request.role, ms, attempt, error });
      await clock.sleep(ms, signal);
      waitedMs += ms;
    }
  }
}

/** Asking earlier than the provider says would only fail again. */
function asksTooMuch({ retryAfterMs }: ModelError): boolean {
  return retryAfterMs !== undefined && retryAfterMs > longestWaitMs;
}

function tooLongAWait(error: ModelError, attempts: number): ModelError {
  const seconds = Math.ceil((error.retryAfterMs ?? 0) / 1000);
  const wish = `asks to wait ${seconds} s, and longer than ${longestWaitMs / 1000} s is not waited`;
  const last = afterAttempts(error, attempts);
  return saying(last, `${last.summary}; it ${wish}`);
}

/** The last error, which says how often it was tried. */
function afterAttempts(error: ModelError, attempts: number): ModelError {
  return attempts === 1 ? error : saying(error, `${error.summary} (${attempts} attempts)`);
}

/** The same error in other words. */
function saying(error: ModelError, summary: string): ModelError {
  const { status, type, retryAfterMs, requestId, hint, place, retryable } = error;
  return new ModelError(error.code, summary, {
    status,
    type,
    retryable,
    retryAfterMs,
    requestId,
    hint,
    place,
    cause: error,
  });
}
