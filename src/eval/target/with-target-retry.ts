import type { Clock } from "../../core/clock.ts";
import { backoffMs, longestPauseMs } from "../../model/index.ts";
import { TargetError } from "./target-error.ts";
import type { TargetNetwork, WaitWatch } from "./target-player.ts";

const maxAttempts = 4;

/** What an attempt gives, with the time that it took from its sending on. */
interface Attempted {
  readonly activeMs: number;
}

/** What attempts are made with. */
export interface RetrySetting {
  readonly clock: Clock;
  readonly network: TargetNetwork;
  readonly waits: WaitWatch;
  readonly signal: AbortSignal;
}

/**
 * Makes attempts until one succeeds, with pauses as between those of models. Everything but the attempt that
 * succeeded is waiting, and never counted as latency.
 *
 * @throws TargetError with the last failure, and whatever else an attempt throws
 */
export async function withTargetRetry<T extends Attempted>(
  attempt: () => Promise<T>,
  { clock, network, waits, signal }: RetrySetting,
): Promise<T & { readonly waitMs: number }> {
  return waits.timed(async (tell) => {
    const started = clock.monotonic();
    for (let attempts = 1; ; attempts += 1) {
      try {
        const done = await attempt();
        const waitMs = Math.max(0, clock.monotonic() - started - done.activeMs);
        return { ...done, waitMs };
      } catch (error) {
        if (!(error instanceof TargetError) || !error.retryable) throw error;
        const { retryAfterMs: asked } = error;
        if (attempts >= maxAttempts || (asked !== undefined && asked > longestPauseMs)) {
          throw givenUp(error, attempts);
        }
        const ms = backoffMs(attempts, asked, network.random);
        tell(ms, error);
        network.onWait?.(ms, error.message);
        await clock.sleep(ms, signal);
      }
    }
  });
}

/** The last failure, which says how often it was tried, and what was asked for in vain. */
function givenUp(error: TargetError, attempts: number): TargetError {
  const { message, retryAfterMs: asked } = error;
  const tried = attempts === 1 ? "" : ` (${attempts} attempts)`;
  const wish =
    asked !== undefined && asked > longestPauseMs
      ? `; it asks to wait ${Math.ceil(asked / 1000)} s, and longer than ${longestPauseMs / 1000} s is not waited`
      : "";
  return error.saying(`${message}${tried}${wish}`);
}
