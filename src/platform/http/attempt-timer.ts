export interface AttemptLimits {
  /** How long nothing may come. */
  readonly idleMs: number;
  /** How long the whole attempt may take. */
  readonly totalMs: number;
}

/** Watches over one attempt to get a reply. */
export interface AttemptTimer {
  /** Aborts when the caller does, or when a limit is reached. */
  readonly signal: AbortSignal;
  /** Which limit was reached, in milliseconds. */
  readonly expired: number | undefined;
  /** Something came. */
  touch(): void;
  /** All that matters has come: the rest may take this long. */
  finishWithin(ms: number): void;
  stop(): void;
}

/**
 * Bounds one attempt. It measures real time: sockets are real, and a virtual clock that does not wait
 * would end every attempt before its answer.
 */
export function startAttemptTimer(limits: AttemptLimits, caller?: AbortSignal): AttemptTimer {
  const controller = new AbortController();
  let expired: number | undefined;
  const expire = (ms: number): void => {
    expired ??= ms;
    controller.abort();
  };
  // A part that comes only leaves its time: setting a timer anew for each would cost more than to look
  // once more when the time is up.
  let last = performance.now();
  let idle = setTimeout(lookForIdle, limits.idleMs);
  let total = setTimeout(expire, limits.totalMs, limits.totalMs);
  function lookForIdle(): void {
    const left = limits.idleMs - (performance.now() - last);
    if (left <= 0) expire(limits.idleMs);
    else idle = setTimeout(lookForIdle, left);
  }
  const onAbort = (): void => controller.abort(caller?.reason);
  caller?.addEventListener("abort", onAbort, { once: true });
  // What has happened already is not told of again.
  if (caller?.aborted === true) onAbort();
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    touch() {
      last = performance.now();
    },
    finishWithin(ms) {
      clearTimeout(total);
      total = setTimeout(expire, ms, ms);
    },
    stop() {
      clearTimeout(idle);
      clearTimeout(total);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}
