/** An interval of a difference, a mean or a ratio, in the unit of what it is an interval of; low ≤ high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The part of an interval that lies within bounds; an interval outside of them shrinks to the nearer bound. */
export function clippedInterval(interval: Interval, bounds: Interval): Interval {
  const clip = (value: number): number => Math.min(bounds.high, Math.max(bounds.low, value));
  return { low: clip(interval.low), high: clip(interval.high) };
}
