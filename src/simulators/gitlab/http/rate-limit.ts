import type { Clock } from "../../../core/clock.ts";

/** The window of one user, or of everybody without a token. */
interface Window {
  readonly endsAt: number;
  observed: number;
}

export interface RateLimit {
  /** Counts a request; says what all answers say, and whether it is one too many. */
  count(who: string | undefined): RateLimitState;
}

export interface RateLimitState {
  readonly exceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const windowMs = 60_000;

/** A limiter with windows of a minute. */
export function createRateLimit(limit: number, clock: Clock): RateLimit {
  const windows = new Map<string, Window>();
  return {
    count(who) {
      const now = clock.now();
      const key = who ?? "";
      const open = windows.get(key);
      const window =
        open !== undefined && open.endsAt > now
          ? open
          : { endsAt: (Math.floor(now / windowMs) + 1) * windowMs, observed: 0 };
      windows.set(key, window);
      window.observed += 1;
      const exceeded = window.observed > limit;
      const seconds = Math.max(Math.ceil((window.endsAt - now) / 1000), 1);
      return {
        exceeded,
        headers: {
          "ratelimit-limit": String(limit),
          "ratelimit-name": `throttle_${who === undefined ? "un" : ""}authenticated_api`,
          "ratelimit-observed": String(window.observed),
          "ratelimit-remaining": String(Math.max(limit - window.observed, 0)),
          "ratelimit-reset": String(window.endsAt / 1000),
          ...(exceeded && {
            "ratelimit-resettime": new Date(window.endsAt).toUTCString(),
            "retry-after": String(seconds),
          }),
        },
      };
    },
  };
}
