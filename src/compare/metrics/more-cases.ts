/** Beyond this many nobody collects cases; the number says only "far too many". */
const most = 1_000_000;

/** How many cases more than there are, rounded up; undefined where that says nothing. */
export function moreCases(needed: number, present: number): number | undefined {
  const more = Math.ceil(needed) - present;
  return Number.isFinite(more) && more > 0 && more <= most ? more : undefined;
}
