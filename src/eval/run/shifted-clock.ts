import type { Clock } from "../../core/clock.ts";

/** A clock that runs as another does and begins at a time of its own: the date of a made-up world. */
export function shiftedClock(clock: Clock, start: string): Clock {
  const shift = Date.parse(start) - clock.now();
  return {
    now: () => clock.now() + shift,
    monotonic: () => clock.monotonic(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
