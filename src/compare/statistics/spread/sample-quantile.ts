import { checkFinite, checkShare } from "../check-numbers.ts";

/**
 * The quantile of a sample, between its values in proportion: R's type 7, for the median the usual one. R. J. Hyndman
 * and Y. Fan, "Sample Quantiles in Statistical Packages" (1996). NaN of nothing.
 */
export function sampleQuantile(values: readonly number[], quantile: number): number {
  checkFinite("a value", values);
  checkShare("a quantile", quantile);
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * quantile;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
