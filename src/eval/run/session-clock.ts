import type { Clock } from "../../core/clock.ts";
import { shiftedClock } from "./shifted-clock.ts";

interface SessionTimes {
  /** When a fake GitLab begins, ISO 8601: what the session says of today, its issues must agree with. */
  readonly gitlabNow: string | undefined;
  /** When a trial was recorded, or is: milliseconds since the epoch. */
  readonly tapeNow: number | undefined;
}

/** What a session takes for now. Where models are recorded or replayed it stands still, as prompts hold the time. */
export function sessionClock(clock: Clock, { gitlabNow, tapeNow }: SessionTimes): Clock {
  if (tapeNow === undefined)
    return gitlabNow === undefined ? clock : shiftedClock(clock, gitlabNow);
  const still = gitlabNow === undefined ? tapeNow : Date.parse(gitlabNow);
  return {
    now: () => still,
    monotonic: () => clock.monotonic(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
