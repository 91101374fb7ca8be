import { GitLabError } from "../gitlab-error.ts";
import type { Connection } from "./connection.ts";
import type { GitLabRequest, GitLabResponse } from "./exchange.ts";
import { sendOnce } from "./send-once.ts";

const maxAttempts = 4;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

export interface SendOptions<T> {
  /** Whether it may be sent twice. */
  readonly idempotent: boolean;
  /** What the response is for; it may find that it must be asked for again. */
  readonly read: (response: GitLabResponse) => T;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a request, and again where that may help: after 429, 502, 503, 504 and faults of the network. A
 * request that creates something is sent again only where the instance cannot have done it.
 *
 * @throws GitLabError with the last failure.
 */
export async function send<T>(
  request: GitLabRequest,
  connection: Connection,
  options: SendOptions<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return options.read(await sendOnce(request, connection, options.signal));
    } catch (error) {
      if (!(error instanceof GitLabError) || !mayRetry(error, options.idempotent)) throw error;
      const pause = pauseMs(attempt, error, connection);
      if (attempt >= maxAttempts || pause > longestPauseMs)
        throw lastFailure(error, attempt, pause);
      const { purpose } = request;
      connection.onWait?.({ purpose, ms: pause, attempt, reason: error.message });
      await connection.clock.sleep(pause, options.signal);
    }
  }
}

/** Refused for being too many, or turned away at the door: nothing was done yet. */
function mayRetry({ retryable, status }: GitLabError, idempotent: boolean): boolean {
  return retryable && (idempotent || status === 429 || status === 503);
}

function pauseMs(attempt: number, { retryAfterMs }: GitLabError, { random }: Connection): number {
  const jitter = random.next();
  if (retryAfterMs !== undefined) return Math.ceil(retryAfterMs + jitter * 250);
  return Math.ceil(firstPauseMs * 2 ** (attempt - 1) * (0.5 + jitter / 2));
}

function lastFailure(error: GitLabError, attempts: number, pause: number): GitLabError {
  const tried = attempts === 1 ? "" : ` (${attempts} attempts)`;
  const wish =
    pause > longestPauseMs
      ? `; it asks to wait ${Math.ceil(pause / 1000)} s, and longer than ${longestPauseMs / 1000} s is not waited`
      : "";
  if (tried === "" && wish === "") return error;
  return new GitLabError(error.code, `${error.message}${tried}${wish}`, {
    hint: error.hint,
    status: error.status,
    retryAfterMs: error.retryAfterMs,
    cause: error,
  });
}
