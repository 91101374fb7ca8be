import { APIConnectionError, APIError } from "openai";
import type { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject } from "../../core/json.ts";
import type { ChatRequest } from "../chat.ts";
import { connectionFailure } from "../http/connection-failure.ts";
import { failureOf } from "../http/failure-of.ts";
import { statusOfType } from "../http/http-failure.ts";
import { relayedNoReply } from "../script/no-reply.ts";
import { type FailureContext, requestIdOf } from "../streaming/reply-failure.ts";
import { toldError } from "./told-error.ts";

/** A request that did not even begin to be answered; where a simulator says so, for want of a script's reply. */
export function requestFailure(
  error: unknown,
  request: ChatRequest,
  context: FailureContext,
): AppError {
  if (!isResponse(error)) return connectionFailure(error, context);
  const { type, message } = toldError(error.error);
  if (context.isLoopback && message !== undefined && isForWantOfReply(error)) {
    return relayedNoReply(context.redact(message));
  }
  return failureOf(request.tools.length > 0, {
    ...context,
    now: context.now(),
    status: error.status,
    type,
    message: context.redact(message ?? textBehind(error)),
    headers: error.headers,
    requestId: requestIdOf(error.headers, context),
    addressHint: context.url.endsWith("/v1")
      ? undefined
      : "the base URL of most servers ends in /v1",
  });
}

/** The error of a chunk in a stream that had begun with success, if it is one. */
export function chunkFailure(
  chunk: JsonObject,
  request: ChatRequest,
  context: FailureContext,
): AppError | undefined {
  // Some servers send `error: null` with every chunk.
  const { error = null } = chunk;
  if (error === null && chunk["object"] !== "error") return undefined;
  const { type, message, status } = toldError(chunk);
  return failureOf(request.tools.length > 0, {
    ...context,
    now: context.now(),
    status: status ?? statusOfType(type),
    type,
    message: context.redact(message ?? "an error in the stream"),
  });
}

type ResponseError = APIError<number, Headers>;

function isResponse(error: unknown): error is ResponseError {
  return (
    error instanceof APIError &&
    !(error instanceof APIConnectionError) &&
    typeof error.status === "number"
  );
}

/** A simulator marks its own errors, so that a script means the same in here and out there. */
function isForWantOfReply({ status, headers }: ResponseError): boolean {
  return status === 400 && headers.get("x-flowproof-error") === "SCRIPT_NO_REPLY";
}

/** The SDK puts a body that is not JSON behind the status. */
function textBehind({ message, status }: ResponseError): string {
  return message.startsWith(`${status} `) ? message.slice(`${status} `.length) : message;
}
