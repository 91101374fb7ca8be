import type { Clock } from "../../../src/core/clock.ts";
import type { RunEvent } from "../../../src/record/index.ts";
import { count } from "../../../src/report/index.ts";

/** How long what is in flight may take after an interruption. */
const drainMs = 30_000;

/** What an interruption does to a run: it starts nothing new, and after a while stops all. */
export interface Drain {
  /** Aborts at once. */
  readonly stopping: AbortSignal;
  /** Aborts when what is in flight has had its time. */
  readonly signal: AbortSignal;
  /** Counts what is in flight. */
  onEvent(event: RunEvent): void;
  close(): void;
}

interface DrainSetting {
  /** Aborts when the user interrupts the program. */
  readonly interruption: AbortSignal;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

export function createDrain({ interruption, clock, say }: DrainSetting): Drain {
  const all = new AbortController();
  const over = new AbortController();
  let inFlight = 0;
  const stop = (): void => all.abort(interruption.reason);
  const onInterruption = (): void => {
    if (inFlight === 0) return stop();
    say(
      `interrupted: ${count(inFlight, "trial")} in flight may finish, for up to ${drainMs / 1000} s; interrupt again to stop at once`,
    );
    void clock.sleep(drainMs, over.signal).then(stop, () => undefined);
  };
  if (interruption.aborted) onInterruption();
  else interruption.addEventListener("abort", onInterruption, { once: true });
  return {
    stopping: interruption,
    signal: all.signal,
    onEvent({ type }) {
      if (type === "trial_started") inFlight += 1;
      else if (type === "trial_finished") inFlight -= 1;
    },
    close() {
      interruption.removeEventListener("abort", onInterruption);
      over.abort();
    },
  };
}
