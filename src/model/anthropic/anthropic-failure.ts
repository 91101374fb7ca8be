import { APIConnectionError, APIError } from "@anthropic-ai/sdk/core/error";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { connectionFailure, isTimeoutCode, systemCode } from "../http/connection-failure.ts";
import { httpFailure, statusOfType } from "../http/http-failure.ts";
import { ModelError } from "../model-error.ts";
import { StreamTooLargeError } from "./stream-events.ts";

/** What an error message may say about the request that failed. */
export interface FailureContext {
  /** `anthropic/name`. */
  readonly model: string;
  readonly url: string;
  readonly now: () => number;
  /** Takes the key out of whatever the other side said. */
  readonly redact: (text: string) => string;
}

/** A request that did not even begin to be answered. */
export function requestFailure(error: unknown, context: FailureContext): ModelError {
  if (error instanceof APIError && !(error instanceof APIConnectionError) && isStatus(error)) {
    const { type, message } = errorOf(error.error);
    return httpFailure({
      ...context,
      now: context.now(),
      status: error.status,
      type,
      message: context.redact(message ?? textBehind(error)),
      headers: error.headers,
    });
  }
  return connectionFailure(error, context);
}

/** A stream that broke: part of a reply is no reply. */
export function streamFailure(error: unknown, context: FailureContext): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof StreamTooLargeError) return unreadable(context, error.message);
  const code = systemCode(error);
  if (isTimeoutCode(code)) return connectionFailure(error, context);
  return replyCut(context, code ?? "the stream broke", error);
}

/** A reply that ended before its end. */
export function replyCut({ model }: FailureContext, reason: string, cause?: unknown): ModelError {
  return new ModelError(
    "MODEL_REPLY_CUT",
    `${model}: the reply ended before it was complete (${reason})`,
    { retryable: true, cause },
  );
}

/** A success that is not what was asked for. */
export function unreadable({ model, url }: FailureContext, what: string): ModelError {
  return new ModelError(
    "MODEL_REPLY_UNREADABLE",
    `${model}: ${url} answered, but not with a stream of events: ${what}`,
    { retryable: false, hint: "check the base URL: something else seems to answer there" },
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
