import { ModelError } from "../model-error.ts";

/** The last error, which says how often it was tried. */
export function afterAttempts(error: ModelError, attempts: number): ModelError {
  return attempts === 1 ? error : saying(error, `${error.summary} (${attempts} attempts)`);
}

/** An error whose provider asks for more time than a call has. Asking earlier would only fail again. */
export function tooLongAWait(error: ModelError, attempts: number, maxMs: number): ModelError {
  const seconds = Math.ceil((error.retryAfterMs ?? 0) / 1000);
  const wish = `asks to wait ${seconds} s, and no call is tried for longer than ${maxMs / 1000} s`;
  const last = afterAttempts(error, attempts);
  return saying(last, `${last.summary}; it ${wish}`);
}

/** The same error in other words. */
function saying(error: ModelError, summary: string): ModelError {
  const { status, type, retryAfterMs, requestId, hint, place, retryable } = error;
  return new ModelError(error.code, summary, {
    status,
    type,
    retryable,
    retryAfterMs,
    requestId,
    hint,
    place,
    cause: error,
  });
}
