import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";
import { isTimeoutCode, type ResponseHeaders, systemCode } from "../../platform/index.ts";
import { connectionFailure } from "../http/connection-failure.ts";
import { ModelError } from "../model-error.ts";
import { StreamTooLargeError } from "./stream-events.ts";

const maxRequestId = 80;

/** What an error message may say about the request that failed. */
export interface FailureContext {
  /** `provider/name`. */
  readonly model: string;
  readonly url: string;
  /** Whether the requests stay on this machine. */
  readonly isLoopback: boolean;
  readonly now: () => number;
  /** Takes the key out of whatever the other side said. */
  readonly redact: (text: string) => string;
  /** The header of a response that holds the provider's number of the request. */
  readonly requestIdHeader: string;
  /** Known as soon as there is a response. */
  readonly requestId?: string | undefined;
}

/** A stream that broke: part of a reply is no reply. */
export function streamFailure(error: unknown, context: FailureContext): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof StreamTooLargeError) return unreadable(context, error.message);
  const code = systemCode(error);
  if (isTimeoutCode(code)) return connectionFailure(error, context);
  return replyCut(context, code ?? "the stream broke", error);
}

/** A reply that ended before its end. */
export function replyCut(
  { model, requestId }: FailureContext,
  reason: string,
  cause?: unknown,
): ModelError {
  return new ModelError(
    "MODEL_REPLY_CUT",
    `${model}: the reply ended before it was complete (${reason})`,
    { retryable: true, cause, requestId },
  );
}

/** A success that is not what was asked for. */
export function unreadable({ model, url, requestId }: FailureContext, what: string): ModelError {
  return new ModelError(
    "MODEL_REPLY_UNREADABLE",
    `${model}: ${url} answered, but not with a stream of events: ${what}`,
    {
      retryable: false,
      hint: "check the base URL: something else seems to answer there",
      requestId,
    },
  );
}

/** A reply that did not come in time. */
export function timedOut({ model, url, requestId }: FailureContext, ms: number): ModelError {
  return new ModelError(
    "MODEL_TIMEOUT",
    `${model}: no complete answer from ${url} within ${ms / 1000} s`,
    { retryable: true, requestId },
  );
}

/** The number of a request as the headers of its response tell it, fit to be printed. */
export function requestIdOf(
  headers: ResponseHeaders,
  { redact, requestIdHeader }: Pick<FailureContext, "redact" | "requestIdHeader">,
): string | undefined {
  const id = foldWhitespace(printable(redact(headers.get(requestIdHeader) ?? ""))).trim();
  return id === "" ? undefined : clip(id, maxRequestId);
}
