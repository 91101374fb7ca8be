import { checkCounts } from "./check-numbers.ts";

/** How many of how many passed: cases of a suite, or trials of one case. */
export interface PassCount {
  readonly passed: number;
  readonly total: number;
}

/** Throws a RangeError unless both are whole numbers and no more passed than there are. */
export function checkPassCount({ passed, total }: PassCount): void {
  checkCounts("a count", [passed, total]);
  if (passed > total) throw new RangeError(`${passed} of ${total} is not a rate`);
}
