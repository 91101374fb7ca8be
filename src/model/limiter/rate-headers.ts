import type { ResponseHeaders } from "../../platform/index.ts";

/** That a provider has nearly had enough. */
export interface Pressure {
  /** Until something is allowed again; zero while something is left. */
  readonly pauseMs: number;
}

/** Below this share of what is allowed, little is left. */
const scarce = 0.1;
/** Whatever a header says, nobody waits longer for it. */
const longestPauseMs = 60_000;

/** The kinds of allowances in the headers of both interfaces, as the names of three headers. */
const allowances: readonly (readonly [limit: string, remaining: string, reset: string])[] = [
  ...["requests", "tokens", "input-tokens", "output-tokens"].map(
    (kind) =>
      [
        `anthropic-ratelimit-${kind}-limit`,
        `anthropic-ratelimit-${kind}-remaining`,
        `anthropic-ratelimit-${kind}-reset`,
      ] as const,
  ),
  ...["requests", "tokens"].map(
    (kind) =>
      [
        `x-ratelimit-limit-${kind}`,
        `x-ratelimit-remaining-${kind}`,
        `x-ratelimit-reset-${kind}`,
      ] as const,
  ),
];

/** What the headers of an answer say of what is left; undefined where that is enough, or nothing is said. */
export function pressureOf(headers: ResponseHeaders, now: number): Pressure | undefined {
  let pauseMs: number | undefined;
  for (const [limitName, remainingName, resetName] of allowances) {
    const limit = countIn(headers.get(limitName));
    const remaining = countIn(headers.get(remainingName));
    if (limit === undefined || remaining === undefined || limit === 0) continue;
    if (remaining / limit >= scarce) continue;
    const untilMs = remaining === 0 ? untilReset(headers.get(resetName), now) : 0;
    pauseMs = Math.max(pauseMs ?? 0, untilMs);
  }
  return pauseMs === undefined ? undefined : { pauseMs };
}

function countIn(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/** A date in one interface, a duration such as `1m30.5s` or `20ms` in the other. */
function untilReset(text: string | null, now: number): number {
  if (text === null) return 0;
  const ms = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) - now : durationMs(text);
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), longestPauseMs) : 0;
}

function durationMs(text: string): number {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|d|h|m|s))+$/.test(text)) return 0;
  let total = 0;
  for (const [, amount, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)(ms|d|h|m|s)/g)) {
    total += Number(amount) * (unitMs[unit] ?? 0);
  }
  return total;
}

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
