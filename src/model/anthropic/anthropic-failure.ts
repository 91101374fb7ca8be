import { APIConnectionError, APIError } from "@anthropic-ai/sdk/core/error";
import { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";
import { isTimeoutCode, type ResponseHeaders, systemCode } from "../../platform/index.ts";
import { connectionFailure } from "../http/connection-failure.ts";
import { httpFailure, statusOfType } from "../http/http-failure.ts";
import { ModelError } from "../model-error.ts";
import { relayedNoReply } from "../script/no-reply.ts";
import { StreamTooLargeError } from "./stream-events.ts";

const maxRequestId = 80;

/** What an error message may say about the request that failed. */
export interface FailureContext {
  /** `anthropic/name`. */
  readonly model: string;
  readonly url: string;
  /** Whether the requests stay on this machine. */
  readonly isLoopback: boolean;
  readonly now: () => number;
  /** Takes the key out of whatever the other side said. */
  readonly redact: (text: string) => string;
  /** Known as soon as there is a response. */
  readonly requestId?: string | undefined;
}

/** A request that did not even begin to be answered; where a simulator says so, for want of a script's reply. */
export function requestFailure(error: unknown, context: FailureContext): AppError {
  if (error instanceof APIError && !(error instanceof APIConnectionError) && isStatus(error)) {
    const { type, message } = errorOf(error.error);
    if (context.isLoopback && message !== undefined && isForWantOfReply(error)) {
      return relayedNoReply(context.redact(message));
    }
    return httpFailure({
      ...context,
      now: context.now(),
      status: error.status,
      type,
      message: context.redact(message ?? textBehind(error)),
      headers: error.headers,
      requestId: requestIdOf(error.headers, context),
    });
  }
  return connectionFailure(error, context);
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

/** An `error` event in a stream that had begun with success. */
export function eventFailure(event: JsonObject, context: FailureContext): ModelError {
  const { type, message } = errorOf(event);
  return httpFailure({
    ...context,
    now: context.now(),
    status: statusOfType(type),
    type,
    message: context.redact(message ?? "an error in the stream"),
  });
}

/** The number of a request as the headers of its response tell it, fit to be printed. */
export function requestIdOf(
  headers: ResponseHeaders,
  { redact }: Pick<FailureContext, "redact">,
): string | undefined {
  const id = foldWhitespace(printable(redact(headers.get("request-id") ?? ""))).trim();
  return id === "" ? undefined : clip(id, maxRequestId);
}

/** A simulator marks its own errors, so that a script means the same in here and out there. */
function isForWantOfReply({ status, headers }: APIError<number, Headers>): boolean {
  return status === 400 && headers.get("x-flowproof-error") === "SCRIPT_NO_REPLY";
}

function isStatus(error: APIError): error is APIError<number, Headers> {
  return typeof error.status === "number";
}

function errorOf(body: unknown): { type?: string; message?: string } {
  const error = isJsonObject(body) ? body["error"] : undefined;
  if (!isJsonObject(error)) return typeof error === "string" ? { message: error } : {};
  const { type, message } = error;
  return {
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof message === "string" ? { message } : {}),
  };
}

/** The SDK puts a body that is not JSON behind the status. */
function textBehind({ message, status }: APIError<number, Headers>): string {
  return message.startsWith(`${status} `) ? message.slice(`${status} `.length) : message;
}
