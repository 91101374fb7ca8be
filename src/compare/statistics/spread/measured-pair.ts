/** One case measured on both systems in the same unit: milliseconds, tokens, a currency. */
export interface MeasuredPair {
  readonly a: number;
  readonly b: number;
}
