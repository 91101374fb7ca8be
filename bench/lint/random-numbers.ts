/** Numbers that look random and are the same in every run. */
export interface RandomNumbers {
  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** A linear congruential generator; good enough to vary texts. */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0;
  const between = (low: number, high: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return low + Math.floor((state / 2 ** 32) * (high - low + 1));
  };
  return { between, pick: (items) => items[between(0, items.length - 1)] ?? items[0] };
}
