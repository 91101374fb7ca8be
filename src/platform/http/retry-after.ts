/** Longer waits are not a pause but another day's work: no run sits through them. */
const maxSensibleMs = 24 * 60 * 60 * 1000;

/** Headers of a response, as far as they are read here. */
export interface ResponseHeaders {
  get(name: string): string | null;
}

/**
 * How long a response asks to wait, in milliseconds: `retry-after-ms`, or `retry-after` as seconds or as
 * a date. Undefined where it does not ask, or asks for something absurd.
 */
export function retryAfterMs(headers: ResponseHeaders, now: number): number | undefined {
  return (
    sensible(numberOf(headers.get("retry-after-ms"))) ??
    sensible(secondsOf(headers.get("retry-after"), now))
  );
}

function secondsOf(value: string | null, now: number): number | undefined {
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds * 1000;
  // Without this, Date.parse would take "3 apples" for a day in March.
  if (value === null || !/^[A-Z][a-z]{2}, /.test(value)) return undefined;
  return Date.parse(value) - now;
}

function numberOf(value: string | null): number | undefined {
  return value !== null && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

function sensible(ms: number | undefined): number | undefined {
  return ms !== undefined && ms >= 0 && ms <= maxSensibleMs ? Math.ceil(ms) : undefined;
}
