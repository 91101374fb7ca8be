import type { Random } from "../../core/random.ts";

const firstMs = 1000;
const factor = 2;
/** No single pause is longer, whatever a provider asks for. */
export const longestPauseMs = 60_000;

/**
 * How long to wait after a number of failed attempts, from 1: what the server asks for, up to the cap; else
 * any time up to twice as long as before, so that trials which failed together do not come back together.
 */
export function backoffMs(failed: number, askedMs: number | undefined, random: Random): number {
  if (askedMs !== undefined) {
    return Math.min(askedMs * (1 + random.next() * 0.1), longestPauseMs);
  }
  return random.next() * Math.min(firstMs * factor ** (failed - 1), longestPauseMs);
}
