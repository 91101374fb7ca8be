import { AppError } from "../../../core/errors/app-error.ts";
import { clip } from "../../../core/text/clip.ts";
import { foldWhitespace } from "../../../core/text/fold-whitespace.ts";
import {
  isDistrustCode,
  isTimeoutCode,
  retryAfterMs,
  systemCode,
} from "../../../platform/index.ts";
import { TargetError } from "../target-error.ts";

const maxExcerpt = 200;

/** An endpoint as messages speak of it. */
export interface Endpoint {
  readonly url: string;
  /** As much of what it said as helps to see what answered, without what it was sent in confidence. */
  readonly quote: (said: string) => string;
}

/** @param hide takes secrets out: before the text is cut, for nobody knows the first half of one any more */
export function namedEndpoint(url: string, hide: (text: string) => string): Endpoint {
  return {
    url,
    quote: (said) => {
      const folded = foldWhitespace(hide(said));
      return folded === "" ? "nothing" : clip(folded, maxExcerpt);
    },
  };
}

/** What a response that is no success means; a refused key is more than one trial's trouble. */
export function statusFailure(
  response: { readonly status: number; readonly headers: Headers; readonly text: string },
  { url, quote }: Endpoint,
  now: number,
): AppError {
  const { status, headers, text } = response;
  const said = `${url} answered ${status}`;
  if (status >= 300 && status < 400) {
    return new TargetError("TARGET_REDIRECTED", `${said}, a redirect, which is not followed`, {
      outcome: "suite_error",
      hint: "write the address that answers",
    });
  }
  const message = `${said}: ${quote(text)}`;
  if (status === 401 || status === 403) {
    return new AppError("TARGET_KEY_REFUSED", message, {
      hint: "check the header with the key, and what the key is allowed to do",
    });
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const code = status === 429 ? "TARGET_RATE_LIMITED" : "TARGET_OVERLOADED";
    const asked = retryAfterMs(headers, now);
    return new TargetError(status === 408 ? "TARGET_TIMEOUT" : code, message, {
      outcome: "infra_error",
      retryable: true,
      retryAfterMs: asked,
    });
  }
  return new TargetError("TARGET_REQUEST_REFUSED", message, {
    outcome: "suite_error",
    hint: "check the address, the method and the body of the target",
  });
}

/** What an attempt without a whole response means. */
export function connectionFailure(
  error: unknown,
  { url }: Endpoint,
  {
    expiredMs,
    hasAnswered,
  }: { readonly expiredMs: number | undefined; readonly hasAnswered: boolean },
): TargetError {
  const code = systemCode(error);
  const reason = code === undefined ? "" : ` (${code})`;
  if (expiredMs !== undefined || isTimeoutCode(code)) {
    const within = expiredMs === undefined ? "in time" : `within ${expiredMs / 1000} s`;
    return new TargetError("TARGET_TIMEOUT", `${url} did not answer ${within}${reason}`, {
      outcome: "infra_error",
      retryable: true,
      hint: "`timeout_seconds` of the target says how long is waited",
      cause: error,
    });
  }
  const distrusted = isDistrustCode(code);
  if (hasAnswered) {
    const message = `the connection to ${url} broke within its response${reason}`;
    const details = { outcome: "infra_error", retryable: true, cause: error } as const;
    return new TargetError("TARGET_UNREACHABLE", message, details);
  }
  return new TargetError("TARGET_UNREACHABLE", `no connection to ${url}${reason}`, {
    outcome: "infra_error",
    retryable: !distrusted,
    hint: distrusted
      ? "the certificate is not trusted; for a private authority set NODE_EXTRA_CA_CERTS before the program starts"
      : "check that it runs, the address, and HTTPS_PROXY and NO_PROXY",
    cause: error,
  });
}
