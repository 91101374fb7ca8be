import type { Clock } from "../../core/clock.ts";
import type { AppError } from "../../core/errors/app-error.ts";
import {
  type AttemptLimits,
  type ResponseHeaders,
  startAttemptTimer,
} from "../../platform/index.ts";
import type { ChatReply, ChatRequest, ModelClient, ReplyListener } from "../chat.ts";
import { HeardWords } from "../heard-words.ts";
import type { BaseUrl } from "../http/base-url.ts";
import { readReply } from "./read-reply.ts";
import { type FailureContext, requestIdOf, streamFailure, timedOut } from "./reply-failure.ts";
import type { ReplyStream } from "./reply-stream.ts";

const defaultLimits: AttemptLimits = { idleMs: 90_000, totalMs: 600_000 };

/** One model behind an interface that streams its replies. */
export interface StreamingModel {
  /** `provider/name`. */
  readonly id: string;
  readonly name: string;
  readonly baseUrl: BaseUrl;
  readonly clock: Clock;
  readonly limits?: Partial<AttemptLimits> | undefined;
  readonly redact: (text: string) => string;
  /** The header of a response that holds the provider's number of the request. */
  readonly requestIdHeader: string;
  /** Told of the head of every answer that begins with success. */
  readonly onHeaders?: ((headers: ResponseHeaders) => void) | undefined;
  /** Sends a request; whatever it throws means that there was no answer to read. */
  send(request: ChatRequest, sending: Sending): Promise<Response>;
  /** Says what it means that nothing could be read. */
  failure(error: unknown, request: ChatRequest, context: FailureContext): AppError;
  /** Makes what takes the events of the answer. */
  open(request: ChatRequest, context: FailureContext): ReplyStream;
}

/** What bounds a request while it is sent. */
export interface Sending {
  readonly signal: AbortSignal;
  readonly timeout: number;
}

/** A client that asks once, within its limits. */
export function streamingClient(model: StreamingModel): ModelClient {
  return {
    id: model.id,
    kind: "live",
    chat: (request, signal, listener) => askOnce({ model, request, listener }, signal),
  };
}

interface Question {
  readonly model: StreamingModel;
  readonly request: ChatRequest;
  readonly listener: ReplyListener | undefined;
}

async function askOnce(
  { model, request, listener }: Question,
  signal: AbortSignal | undefined,
): Promise<ChatReply> {
  signal?.throwIfAborted();
  const { clock, id, name, baseUrl, redact, requestIdHeader } = model;
  const limits = { ...defaultLimits, ...model.limits };
  const now = (): number => clock.now();
  let context: FailureContext = { model: id, ...baseUrl, now, redact, requestIdHeader };
  const timer = startAttemptTimer(limits, signal);
  const started = clock.monotonic();
  const heard = new HeardWords(listener);
  try {
    const response = await model
      .send(request, { signal: timer.signal, timeout: limits.totalMs })
      .catch((error: unknown) => {
        throw model.failure(error, request, context);
      });
    timer.touch();
    model.onHeaders?.(response.headers);
    context = { ...context, requestId: requestIdOf(response.headers, context) };
    const stream = model.open(request, context);
    return await readReply(response, { clock, started, name, timer, context, stream, heard });
  } catch (error) {
    heard.discard();
    signal?.throwIfAborted();
    if (timer.expired !== undefined) throw timedOut(context, timer.expired);
    throw streamFailure(error, context);
  } finally {
    timer.stop();
  }
}
