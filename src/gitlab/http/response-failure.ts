import type { ErrorCode } from "../../core/errors/codes/index.ts";
import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { retryAfterMs } from "../../platform/index.ts";
import { GitLabError } from "../gitlab-error.ts";
import { quoteForeign, titleOf } from "./describe-body.ts";
import type { GitLabRequest, GitLabResponse } from "./exchange.ts";

interface Verdict {
  readonly code: ErrorCode;
  readonly retryable?: boolean;
  readonly hint?: string;
}

const unavailable = "the instance is starting, being deployed or overloaded: try again later";

const byStatus: Readonly<Record<number, Verdict>> = {
  401: {
    code: "GITLAB_TOKEN_REFUSED",
    hint: "check that the token has not expired and has the scope read_api (api for creating); job tokens are not accepted",
  },
  403: { code: "GITLAB_FORBIDDEN", hint: "check what the token's user may do" },
  404: {
    code: "GITLAB_NOT_FOUND",
    hint: "check the address, the id, and whether the token's user may see it",
  },
  408: {
    code: "GITLAB_TIMEOUT",
    retryable: true,
    hint: "try again, or fetch fewer items at a time",
  },
  409: {
    code: "GITLAB_REQUEST_REFUSED",
    hint: "something else changes the same thing at this moment: try again",
  },
  422: {
    code: "GITLAB_REQUEST_REFUSED",
    hint: "GitLab cannot take the request as it is; this version of flowproof may not fit that instance",
  },
  429: { code: "GITLAB_RATE_LIMITED", retryable: true, hint: "wait, or lower --jobs" },
  502: { code: "GITLAB_UNAVAILABLE", retryable: true, hint: unavailable },
  503: { code: "GITLAB_UNAVAILABLE", retryable: true, hint: unavailable },
  504: { code: "GITLAB_UNAVAILABLE", retryable: true, hint: unavailable },
};

/** The error that a response means by its status; undefined for a success. */
export function responseFailure(
  request: GitLabRequest,
  response: GitLabResponse,
  now: number,
): GitLabError | undefined {
  const { status, headers } = response;
  if (status >= 200 && status < 300) return undefined;
  const verdict = verdictOf(response);
  const words = wordsOf(response);
  return new GitLabError(
    verdict.code,
    `${request.purpose}: GitLab answered ${status}${words === "" ? "" : `: ${words}`}`,
    {
      status,
      retryable: verdict.retryable ?? false,
      retryAfterMs: retryAfterMs(headers, now) ?? untilReset(headers, now),
      hint: verdict.hint,
    },
  );
}

function verdictOf(response: GitLabResponse): Verdict {
  const { status, text } = response;
  if (status === 503 && /maintenance/i.test(text)) {
    return {
      code: "GITLAB_MAINTENANCE",
      retryable: true,
      hint: "wait until the instance is back",
    };
  }
  const known = byStatus[status];
  if (known !== undefined) return known;
  // A single 500 is a defect of the instance, which asking again seldom mends.
  return status >= 500
    ? {
        code: "GITLAB_UNAVAILABLE",
        hint: "the instance has a defect: its administrators' logs say more",
      }
    : {
        code: "GITLAB_REQUEST_REFUSED",
        hint: "the message is GitLab's own; check the address of the instance",
      };
}

/** GitLab's limiter says when its window ends, on every response. */
function untilReset(headers: Headers, now: number): number | undefined {
  const reset = headers.get("ratelimit-reset");
  if (reset === null || !/^\d{9,11}$/.test(reset)) return undefined;
  return Math.max(Number(reset) * 1000 - now, 0);
}

/** What the body says: GitLab's APIs put it under several keys, its proxies into a page. */
function wordsOf({ headers, text }: GitLabResponse): string {
  if ((headers.get("content-type") ?? "").includes("html")) return titleOf(text);
  try {
    const body: JsonValue = JSON.parse(text);
    return quoteForeign(messageIn(body));
  } catch {
    return quoteForeign(text);
  }
}

function messageIn(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(messageIn).join("; ");
  if (!isJsonObject(value)) return JSON.stringify(value);
  const said = value["message"] ?? value["errors"] ?? value["error_description"] ?? value["error"];
  return said === undefined ? JSON.stringify(value) : messageIn(said);
}
