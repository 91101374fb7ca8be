const written: RegExp =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$/;

/**
 * A time as a seed writes it, in milliseconds; undefined for anything else. A time of day needs its zone, as
 * without one it would be another time on every machine.
 */
export function seedTime(text: string): number | undefined {
  const ms = Date.parse(text);
  return written.test(text) && !Number.isNaN(ms) ? ms : undefined;
}
