import type { Clock } from "../../../core/clock.ts";

/** How long trials under way may go on after the time of their run: some are about to end. */
export const graceMs = 30_000;

interface RunTime {
  readonly clock: Clock;
  /** Undefined where it does not end. */
  readonly maxMs: number | undefined;
  /** Nothing more is to be started. */
  readonly onTime: () => void;
  /** What is under way is to be stopped. */
  readonly onGrace: () => void;
}

/** Watches the time of a run until it is called off. */
export async function whenTimeIsUp(
  { clock, maxMs, onTime, onGrace }: RunTime,
  calledOff: AbortSignal,
): Promise<void> {
  if (maxMs === undefined) return;
  const started = clock.monotonic();
  const sleepUntil = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left = ms - (clock.monotonic() - started)) {
      await clock.sleep(left, calledOff);
    }
  };
  try {
    await sleepUntil(maxMs);
    onTime();
    await sleepUntil(maxMs + graceMs);
    onGrace();
  } catch (error) {
    if (!calledOff.aborted) throw error;
  }
}
