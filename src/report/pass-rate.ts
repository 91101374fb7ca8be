/** A share of cases with Wilson's 95 % interval. */
export interface PassRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
