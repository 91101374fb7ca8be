import type { Clock } from "../../core/clock.ts";

/** Aborts a trial that takes too long. */
export class TimeLimitReached extends Error {
  constructor(maxMs: number) {
    super(`time_limit: the agent took longer than ${maxMs / 1000} s`);
    this.name = new.target.name;
  }
}

export interface TimeLimit {
  readonly clock: Clock;
  readonly maxMs: number;
  /** Time so far that does not count: waiting for a provider. */
  readonly waitedMs: () => number;
  /** Aborts the work as well. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Does work under a time limit. When the limit is reached its signal aborts, and what the work throws
 * then is a {@link TimeLimitReached}.
 */
export async function withTimeLimit<T>(
  limit: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal: outer } = limit;
  outer?.throwIfAborted();
  const worker = new AbortController();
  const watch = new AbortController();
  const stop = (): void => {
    worker.abort(outer?.reason);
  };
  // A combined signal would be kept by the outer one for as long as the run lasts.
  outer?.addEventListener("abort", stop, { once: true });
  void abortInTime(limit, watch.signal, worker);
  try {
    return await work(worker.signal);
  } catch (error) {
    if (worker.signal.aborted) throw worker.signal.reason;
    throw error;
  } finally {
    watch.abort();
    outer?.removeEventListener("abort", stop);
  }
}

/** Aborts the worker when the limit is reached, unless the watch is called off before. Never rejects. */
async function abortInTime(
  { clock, maxMs, waitedMs }: TimeLimit,
  signal: AbortSignal,
  worker: AbortController,
): Promise<void> {
  const started = clock.monotonic();
  let left = maxMs;
  try {
    while (left > 0) {
      await clock.sleep(left, signal);
      left = maxMs - (clock.monotonic() - started - waitedMs());
    }
  } catch {
    return;
  }
  if (!signal.aborted) worker.abort(new TimeLimitReached(maxMs));
}
