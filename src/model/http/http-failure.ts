import type { ErrorCode } from "../../core/errors/codes/index.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";
import { type ResponseHeaders, retryAfterMs } from "../../platform/index.ts";
import { ModelError } from "../model-error.ts";

/** A response that is an error, or an error event in a stream, which has a status by its type. */
export interface HttpFailure {
  /** `provider/name` of the model that was asked. */
  readonly model: string;
  readonly status: number;
  /** The provider's name of the error. */
  readonly type?: string | undefined;
  /** The provider's words, free of secrets. */
  readonly message?: string | undefined;
  readonly headers?: ResponseHeaders | undefined;
  /** Where the request went, without credentials. */
  readonly url?: string | undefined;
  /** What is known of such addresses, for a 404 that may come from a wrong one. */
  readonly addressHint?: string | undefined;
  /** The provider's number of the request, fit to be printed. */
  readonly requestId?: string | undefined;
  /** The time, for dates in headers. */
  readonly now: number;
}

const maxMessage = 500;

/** The one place that says what a status means. */
export function httpFailure(failure: HttpFailure): ModelError {
  const verdict = judge(failure);
  const type = verdict.type ?? failure.type;
  const named = type === undefined ? "" : ` (${type})`;
  const words = clip(foldWhitespace(printable(failure.message ?? "")), maxMessage);
  return new ModelError(
    verdict.code,
    `${failure.model}: the provider answered ${failure.status}${named}${words === "" ? "" : `: ${words}`}`,
    {
      status: failure.status,
      type,
      retryable: verdict.retryable && failure.headers?.get("x-should-retry") !== "false",
      retryAfterMs: failure.headers && retryAfterMs(failure.headers, failure.now),
      hint: verdict.hint,
      requestId: failure.requestId,
    },
  );
}

interface Verdict {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly hint?: string;
  /** In place of the provider's type, where it says too little. */
  readonly type?: string;
}

function judge(failure: HttpFailure): Verdict {
  const { status } = failure;
  if (isOutOfQuota(failure)) return outOfQuota;
  if (status === 401 || status === 403) return keyRefused;
  if (status === 404) return notFound(failure);
  if (status === 408) return { code: "MODEL_TIMEOUT", retryable: true };
  if (status === 429) return rateLimited;
  if (status === 409 || status >= 500) return { code: "MODEL_OVERLOADED", retryable: true };
  if (isTooLarge(failure)) return tooLarge;
  if (isFiltered(failure)) return filtered;
  if (status >= 300 && status < 400) return redirected;
  return { code: "MODEL_REQUEST_REFUSED", retryable: false };
}

const keyRefused: Verdict = {
  code: "MODEL_KEY_REFUSED",
  retryable: false,
  hint: "check the key of this provider in the environment (ANTHROPIC_API_KEY, OPENAI_API_KEY) and what it may use",
};

const outOfQuota: Verdict = {
  code: "MODEL_QUOTA_EXHAUSTED",
  retryable: false,
  hint: "waiting does not help: add credit, or raise the spend limit, at the provider",
};

const rateLimited: Verdict = {
  code: "MODEL_RATE_LIMITED",
  retryable: true,
  hint: "lower --concurrency, or wait",
};

const tooLarge: Verdict = {
  code: "MODEL_REQUEST_REFUSED",
  retryable: false,
  type: "request_too_large",
  hint: "the conversation is longer than what this model takes",
};

const filtered: Verdict = {
  code: "MODEL_REQUEST_REFUSED",
  retryable: false,
  type: "content_filter",
  hint: "the provider's filter refuses what is said here; it would refuse it again",
};

const redirected: Verdict = {
  code: "MODEL_REQUEST_REFUSED",
  retryable: false,
  hint: "redirects are not followed, because the key would go along; name the final address as the base URL",
};

/** Only the API itself knows models; a 404 in other words comes from whatever else is at that address. */
function notFound({ type = "", message = "", url, addressHint }: HttpFailure): Verdict {
  const aboutModel = modelMissing.has(type) && /model/i.test(message);
  const place = url === undefined ? "" : ` (requests go to ${url})`;
  const more = addressHint === undefined ? "" : `; ${addressHint}`;
  return {
    code: "MODEL_NOT_FOUND",
    retryable: false,
    hint: aboutModel
      ? "check the name of the model"
      : `check the base URL${place} and the name of the model${more}`,
  };
}

const modelMissing: ReadonlySet<string> = new Set([
  "model_not_found",
  "not_found_error",
  "NotFoundError",
]);

function isOutOfQuota({ status, type, message = "" }: HttpFailure): boolean {
  if (status === 402 || quotaTypes.has(type ?? "")) return true;
  if (status !== 400 && status !== 403 && status !== 429) return false;
  return /credit balance is too low|spend limit|usage limit|insufficient_quota|exceeded your current quota/i.test(
    message,
  );
}

const quotaTypes: ReadonlySet<string> = new Set([
  "billing_error",
  "billing_hard_limit_reached",
  "insufficient_quota",
]);

function isTooLarge({ status, type, message = "" }: HttpFailure): boolean {
  if (status === 413 || tooLargeTypes.has(type ?? "")) return true;
  return /prompt is too long|exceeds? (the )?(model'?s )?((maximum|available) )?context|context (window|length|limit)/i.test(
    message,
  );
}

const tooLargeTypes: ReadonlySet<string> = new Set([
  "context_length_exceeded",
  "exceed_context_size_error",
  "request_too_large",
]);

function isFiltered({ type = "", message = "" }: HttpFailure): boolean {
  return (
    type === "content_filter" ||
    type === "content_policy_violation" ||
    /content (filtering|management) policy|blocked by content filter/i.test(message)
  );
}

/** What a status would have been, had the error come before the stream began. */
export function statusOfType(type: string | undefined): number {
  return statuses[type ?? ""] ?? 500;
}

const statuses: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  context_length_exceeded: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  insufficient_quota: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};
