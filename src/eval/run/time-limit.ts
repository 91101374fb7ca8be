import type { Clock } from "../../core/clock.ts";
import { ModelError } from "../../model/index.ts";
import type { CallFailure } from "./call-waits.ts";

/** Aborts a trial that takes too long. */
export class TimeLimitReached extends Error {
  constructor(maxMs: number) {
    super(`time_limit: the agent took longer than ${maxMs / 1000} s`);
    this.name = new.target.name;
  }
}

/** How long a call that is under way at the limit may show whether it would have failed. */
const longestDoubtMs = 30_000;

export interface TimeLimit {
  readonly clock: Clock;
  readonly maxMs: number;
  /** Time so far that does not count: waiting for a provider. */
  readonly waitedMs: () => number;
  /** Why the provider fails at this moment, if that shows within some time; undefined when it does not. */
  readonly failureWithin: (ms: number, signal: AbortSignal) => Promise<CallFailure | undefined>;
  /** Aborts the work as well. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Does work under a time limit. When the limit is reached its signal aborts, and what the work throws
 * then is a {@link TimeLimitReached}; or, where the limit falls into a call that the provider fails, its
 * failure, because nobody can tell how long the agent would have taken.
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
  const course: Course = { signal: watch.signal, worker, isOver: false };
  const watching = abortInTime(limit, course);
  try {
    const result = await work(worker.signal);
    if (course.isOver) {
      await watching;
      worker.signal.throwIfAborted();
    }
    return result;
  } catch (error) {
    if (worker.signal.aborted) throw worker.signal.reason;
    throw error;
  } finally {
    watch.abort(calledOff);
    outer?.removeEventListener("abort", stop);
  }
}

/** A reason that costs nothing: nobody reads it, and an error would be made for every trial. */
const calledOff = "called off";

/** Work that is being watched. */
interface Course {
  /** Calls the watch off. */
  readonly signal: AbortSignal;
  readonly worker: AbortController;
  /** Whether the limit is reached; what comes to its end afterwards is too late. */
  isOver: boolean;
}

/** Aborts the worker when the limit is reached, unless the watch is called off before. Never rejects. */
async function abortInTime(
  { clock, maxMs, waitedMs, failureWithin }: TimeLimit,
  course: Course,
): Promise<void> {
  const { signal, worker } = course;
  const started = clock.monotonic();
  let left = maxMs;
  let failure: CallFailure | undefined;
  try {
    while (left > 0) {
      await clock.sleep(left, signal);
      left = maxMs - (clock.monotonic() - started - waitedMs());
    }
    course.isOver = true;
    failure = await failureWithin(Math.min(maxMs, longestDoubtMs), signal);
  } catch {
    return;
  }
  if (signal.aborted) return;
  worker.abort(failure === undefined ? new TimeLimitReached(maxMs) : reachedIn(failure, maxMs));
}

function reachedIn(error: CallFailure, maxMs: number): CallFailure {
  const inCall = `the time limit of ${maxMs / 1000} s was reached in this call`;
  if (!(error instanceof ModelError)) return error.saying(`${error.message}; ${inCall}`);
  const { code, summary, status, type, requestId, hint } = error;
  const words = `${summary}; ${inCall}`;
  return new ModelError(code, words, {
    status,
    type,
    requestId,
    hint,
    retryable: false,
    cause: error,
  });
}
