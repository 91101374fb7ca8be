/** Time, passed in, so that a run can be repeated and a test does not wait. */
export interface Clock {
  /** Milliseconds since the epoch; for what people read. */
  now(): number;
  /** Milliseconds from an arbitrary start, never going back; for durations. */
  monotonic(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
