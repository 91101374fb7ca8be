import type { Clock } from "../../core/clock.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { AttemptLimits, ResponseHeaders } from "../../platform/index.ts";
import type { ModelClient } from "../chat.ts";
import { parseBaseUrl } from "../http/base-url.ts";
import { checkKey } from "../http/check-key.ts";
import { streamingClient } from "../streaming/ask-once.ts";
import { CompletionStream } from "./completion-stream.ts";
import { completionsTraits } from "./completions-traits.ts";
import { LeanOpenAi } from "./lean-openai.ts";
import { requestFailure } from "./openai-failure.ts";
import { toCompletionsBody } from "./to-completions-body.ts";

export interface OpenAiOptions {
  /** Servers of one's own may want none. */
  readonly apiKey?: string | undefined;
  /** OpenAI's own when left out; most others end in `/v1`. */
  readonly baseUrl?: string | undefined;
  /** Must not follow redirects: the key would go along. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly limits?: Partial<AttemptLimits> | undefined;
  /** Told of the head of every answer that begins with success. */
  readonly onHeaders?: ((headers: ResponseHeaders) => void) | undefined;
}

const defaultBaseUrl = "https://api.openai.com/v1";

/** A client of one model behind chat completions. It asks once; {@link withRetry} asks again. */
export function createOpenAiClient(name: string, options: OpenAiOptions): ModelClient {
  const given = options.apiKey ?? "";
  const apiKey = given.trim() === "" ? undefined : checkKey(given, "OPENAI_API_KEY");
  const baseUrl = parseBaseUrl(options.baseUrl || defaultBaseUrl);
  const sdk = new LeanOpenAi({
    // The SDK insists on one; where there is none, the header is taken out again.
    apiKey: apiKey ?? "none",
    ...(apiKey === undefined ? { defaultHeaders: { authorization: null } } : {}),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl.url,
    maxRetries: 0,
    fetch: options.fetch,
    fetchOptions: { redirect: "manual" },
    logLevel: "off",
  });
  const redactor = createRedactor({ known: apiKey === undefined ? [] : [apiKey] });
  const traits = completionsTraits(name, baseUrl.url);
  return streamingClient({
    id: `openai/${name}`,
    name,
    baseUrl,
    clock: options.clock,
    limits: options.limits,
    onHeaders: options.onHeaders,
    redact: (text) => redactor.redact(text),
    requestIdHeader: "x-request-id",
    send: (request, sending) => {
      const body = toCompletionsBody(request, name, traits);
      const headers = baseUrl.isLoopback ? { "x-flowproof-trial": String(request.trial) } : {};
      return sdk.post("/chat/completions", { body, headers, ...sending }).asResponse();
    },
    failure: requestFailure,
    open: (request, context) => new CompletionStream(request, context),
  });
}
