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
  const expireAfter = (ms: number): NodeJS.Timeout =>
    setTimeout(() => {
      expired ??= ms;
      controller.abort();
    }, ms);
  const idle = expireAfter(limits.idleMs);
  let total = expireAfter(limits.totalMs);
  const onAbort = (): void => controller.abort(caller?.reason);
  caller?.addEventListener("abort", onAbort, { once: true });
  // What has happened already is not told of again.
  if (caller?.aborted === true) onAbort();
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    touch: () => void idle.refresh(),
    finishWithin(ms) {
      clearTimeout(total);
      total = expireAfter(ms);
    },
    stop() {
      clearTimeout(idle);
      clearTimeout(total);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}
