/**
 * The smallest number in [low, high] at which a condition holds that holds from some point on: halving,
 * to the last bit. `high` where it holds nowhere before.
 */
export function bisect(low: number, high: number, holds: (x: number) => boolean): number {
  let below = low;
  let above = high;
  if (holds(low)) return low;
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return above;
    if (holds(middle)) above = middle;
    else below = middle;
  }
}
