import type { Clock } from "../../core/clock.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { AttemptLimits, ResponseHeaders } from "../../platform/index.ts";
import type { ModelClient } from "../chat.ts";
import { parseBaseUrl } from "../http/base-url.ts";
import { checkKey } from "../http/check-key.ts";
import { streamingClient } from "../streaming/ask-once.ts";
import { requestFailure } from "./anthropic-failure.ts";
import { LeanAnthropic } from "./lean-anthropic.ts";
import { MessageStream } from "./message-stream.ts";
import { toMessagesBody } from "./to-messages-body.ts";
import { withCacheMarks } from "./with-cache-marks.ts";

export interface AnthropicOptions {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  /** Must not follow redirects: the key would go along. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly limits?: Partial<AttemptLimits> | undefined;
  /** Told of the head of every answer that begins with success. */
  readonly onHeaders?: ((headers: ResponseHeaders) => void) | undefined;
  /** Whether the beginning of a request is marked for the cache; it is, when left out. */
  readonly promptCache?: boolean | undefined;
}

const defaultBaseUrl = "https://api.anthropic.com";
/** The version that knows `temperature`; the SDK's own, 2026-10-21, refuses it. */
const versionWithSampling = "2023-06-01";

/** A client of one model of the Messages API. It asks once; {@link withRetry} asks again. */
export function createAnthropicClient(name: string, options: AnthropicOptions): ModelClient {
  const apiKey = checkKey(options.apiKey, "ANTHROPIC_API_KEY");
  const baseUrl = parseBaseUrl(options.baseUrl || defaultBaseUrl);
  const sdk = new LeanAnthropic({
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
  return streamingClient({
    id: `anthropic/${name}`,
    name,
    baseUrl,
    clock: options.clock,
    limits: options.limits,
    onHeaders: options.onHeaders,
    redact: (text) => redactor.redact(text),
    requestIdHeader: "request-id",
    send: (request, sending) => {
      const plain = toMessagesBody(request, name);
      const marked = options.promptCache === false ? plain : withCacheMarks(plain, request.role);
      const body = { ...marked, stream: true };
      const headers = {
        ...(body.temperature === undefined ? {} : { "anthropic-version": versionWithSampling }),
        ...(baseUrl.isLoopback ? { "x-flowproof-trial": String(request.trial) } : {}),
      };
      // Not `messages.create`, which prints to the console when a model is about to be retired.
      return sdk.post("/v1/messages", { body, headers, ...sending }).asResponse();
    },
    failure: requestFailure,
    open: (_, context) => new MessageStream(context),
  });
}
