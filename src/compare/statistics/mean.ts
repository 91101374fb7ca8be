/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** The sum, with Neumaier's compensation, so that the order of the values hardly matters. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** The sample variance, Σ(x - mean)²/(n - 1); exactly 0 where all values are the same, NaN below two. */
export function sampleVariance(values: readonly number[]): number {
  if (values.length > 1 && values.every((value) => value === values[0])) return 0;
  const center = mean(values);
  return sum(values.map((value) => (value - center) ** 2)) / (values.length - 1);
}
