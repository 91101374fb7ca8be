import { Anthropic } from "@anthropic-ai/sdk";
import type { Clock } from "../../core/clock.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import { type AttemptLimits, type AttemptTimer, startAttemptTimer } from "../../platform/index.ts";
import type { ChatReply, ChatRequest, ModelClient, ReplyListener } from "../chat.ts";
import { HeardWords } from "../heard-words.ts";
import { type BaseUrl, parseBaseUrl } from "../http/base-url.ts";
import { checkKey } from "../http/check-key.ts";
import { ModelError } from "../model-error.ts";
import {
  type FailureContext,
  requestFailure,
  requestIdOf,
  streamFailure,
} from "./anthropic-failure.ts";
import { readReply } from "./read-reply.ts";
import { toMessagesBody } from "./to-messages-body.ts";

export interface AnthropicOptions {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  /** Must not follow redirects: the key would go along. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly limits?: Partial<AttemptLimits> | undefined;
}

const defaultBaseUrl = "https://api.anthropic.com";
const defaultLimits: AttemptLimits = { idleMs: 90_000, totalMs: 600_000 };
/** The version that knows `temperature`; the SDK's own, 2026-10-21, refuses it. */
const versionWithSampling = "2023-06-01";

/** A client of one model of the Messages API. It asks once; {@link withRetry} asks again. */
export function createAnthropicClient(name: string, options: AnthropicOptions): ModelClient {
  const apiKey = checkKey(options.apiKey, "ANTHROPIC_API_KEY");
  const baseUrl = parseBaseUrl(options.baseUrl || defaultBaseUrl);
  const sdk = new Anthropic({
    apiKey,
    baseURL: baseUrl.url,
    // The SDK sends the key as a bearer token; gateways that were written before that read this.
    defaultHeaders: { "x-api-key": apiKey },
    maxRetries: 0,
    fetch: options.fetch,
    fetchOptions: { redirect: "manual" },
    logLevel: "off",
    openTelemetry: false,
  });
  const redactor = createRedactor({ known: [apiKey] });
  const asker: Asker = {
    id: `anthropic/${name}`,
    name,
    sdk,
    baseUrl,
    clock: options.clock,
    limits: { ...defaultLimits, ...options.limits },
    redact: (text) => redactor.redact(text),
  };
  return {
    id: asker.id,
    kind: "live",
    chat: (request, signal, listener) => ask({ asker, request, listener }, signal),
  };
}

interface Asker {
  readonly id: string;
  readonly name: string;
  readonly sdk: Anthropic;
  readonly baseUrl: BaseUrl;
  readonly clock: Clock;
  readonly limits: AttemptLimits;
  readonly redact: (text: string) => string;
}

interface Question {
  readonly asker: Asker;
  readonly request: ChatRequest;
  readonly listener: ReplyListener | undefined;
}

async function ask(
  { asker, request, listener }: Question,
  signal: AbortSignal | undefined,
): Promise<ChatReply> {
  signal?.throwIfAborted();
  const { clock, id, baseUrl, redact } = asker;
  let context: FailureContext = { model: id, ...baseUrl, now: () => clock.now(), redact };
  const timer = startAttemptTimer(asker.limits, signal);
  const started = clock.monotonic();
  const heard = new HeardWords(listener);
  try {
    const response = await send(asker, request, { timer, context });
    context = { ...context, requestId: requestIdOf(response.headers, context) };
    return await readReply(response, { clock, started, name: asker.name, timer, context, heard });
  } catch (error) {
    heard.discard();
    signal?.throwIfAborted();
    if (timer.expired !== undefined) throw timedOut(context, timer.expired);
    throw streamFailure(error, context);
  } finally {
    timer.stop();
  }
}

interface Attempt {
  readonly timer: AttemptTimer;
  readonly context: FailureContext;
}

async function send(
  { sdk, name, baseUrl, limits }: Asker,
  request: ChatRequest,
  { timer, context }: Attempt,
): Promise<Response> {
  const body = { ...toMessagesBody(request, name), stream: true };
  const headers = {
    ...(body.temperature === undefined ? {} : { "anthropic-version": versionWithSampling }),
    ...(baseUrl.isLoopback ? { "x-flowproof-trial": String(request.trial) } : {}),
  };
  try {
    // Not `messages.create`, which prints to the console when a model is about to be retired.
    const response = await sdk
      .post("/v1/messages", { body, headers, signal: timer.signal, timeout: limits.totalMs })
      .asResponse();
    timer.touch();
    return response;
  } catch (error) {
    throw requestFailure(error, context);
  }
}

function timedOut({ model, url, requestId }: FailureContext, ms: number): ModelError {
  return new ModelError(
    "MODEL_TIMEOUT",
    `${model}: no complete answer from ${url} within ${ms / 1000} s`,
    { retryable: true, requestId },
  );
}
