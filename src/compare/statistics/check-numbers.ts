/** Throws a RangeError unless the number lies strictly between 0 and 1: a confidence, a power, a level. */
export function checkShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${name} is between 0 and 1, not ${value}`);
  }
}

/** Throws a RangeError unless the number lies in [0, 1]. */
export function checkRate(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} is from 0 to 1, not ${value}`);
}

/** Throws a RangeError unless every number is a whole number of 0 or more. */
export function checkCounts(name: string, counts: readonly number[]): void {
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`${name} is a whole number of 0 or more, not ${count}`);
    }
  }
}

/** Throws a RangeError unless every number is finite. */
export function checkFinite(name: string, values: readonly number[]): void {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`${name} is a finite number, not ${value}`);
  }
}
