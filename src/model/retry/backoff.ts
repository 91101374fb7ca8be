import type { Random } from "../../core/random.ts";

const firstMs = 1000;
const factor = 2;
/** No single wait is longer; who asks for more is not asked again. */
export const longestWaitMs = 60_000;

/**
 * How long to wait after a number of failed attempts, from 1: what the server asks for, or else twice as
 * long each time, with jitter so that trials which failed together do not come back together.
 */
export function backoffMs(failed: number, askedMs: number | undefined, random: Random): number {
  if (askedMs !== undefined) {
    return Math.min(askedMs * (1 + random.next() * 0.1), longestWaitMs);
  }
  const full = Math.min(firstMs * factor ** (failed - 1), longestWaitMs);
  return full * (0.5 + random.next() * 0.5);
}
