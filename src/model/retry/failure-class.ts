import type { ModelError } from "../model-error.ts";

/** What kind of trouble a request ended in; only the first four are worth asking again for. */
export type FailureClass =
  | "rate_limited"
  | "overloaded"
  | "network"
  | "timeout"
  | "quota_exhausted"
  | "auth"
  | "invalid_request"
  | "context_overflow"
  | "content_filter";

/** The kind of a failure, by its code, and by its type where a code stands for several. */
export function failureClass({ code, type }: Pick<ModelError, "code" | "type">): FailureClass {
  return typed.get(type ?? "") ?? coded.get(code) ?? "invalid_request";
}

/** Whether asking again may help: the kind allows it, and nothing that was told forbids it. */
export function isWorthRetrying(error: ModelError): boolean {
  return error.retryable && passing.has(failureClass(error));
}

/** Types that `httpFailure` gives, whatever the provider calls them. */
const typed: ReadonlyMap<string, FailureClass> = new Map([
  ["request_too_large", "context_overflow"],
  ["content_filter", "content_filter"],
]);

const coded: ReadonlyMap<string, FailureClass> = new Map([
  ["MODEL_RATE_LIMITED", "rate_limited"],
  ["MODEL_OVERLOADED", "overloaded"],
  ["MODEL_UNREACHABLE", "network"],
  ["MODEL_REPLY_CUT", "network"],
  ["MODEL_TIMEOUT", "timeout"],
  ["MODEL_QUOTA_EXHAUSTED", "quota_exhausted"],
  ["MODEL_KEY_REFUSED", "auth"],
]);

const passing: ReadonlySet<FailureClass> = new Set([
  "rate_limited",
  "overloaded",
  "network",
  "timeout",
]);
