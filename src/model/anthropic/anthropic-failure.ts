import { APIConnectionError, APIError } from "@anthropic-ai/sdk/core/error";
import type { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { ChatRequest } from "../chat.ts";
import { connectionFailure } from "../http/connection-failure.ts";
import { failureOf } from "../http/failure-of.ts";
import { httpFailure, statusOfType } from "../http/http-failure.ts";
import type { ModelError } from "../model-error.ts";
import { relayedNoReply } from "../script/no-reply.ts";
import { type FailureContext, requestIdOf } from "../streaming/reply-failure.ts";

/** A request that did not even begin to be answered; where a simulator says so, for want of a script's reply. */
export function requestFailure(
  error: unknown,
  { tools }: ChatRequest,
  context: FailureContext,
): AppError {
  if (error instanceof APIError && !(error instanceof APIConnectionError) && isStatus(error)) {
    const { type, message } = errorOf(error.error);
    if (context.isLoopback && message !== undefined && isForWantOfReply(error)) {
      return relayedNoReply(context.redact(message));
    }
    return failureOf(tools.length > 0, {
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
