import { expect, test } from "vitest";
import { sampleQuantile } from "./sample-quantile.ts";

// As R's quantile(x, q) gives it.
test.each([
  [[1], 0.95, 1],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[3, 1, 2], 0.5, 2],
  [[10, 20, 30, 40, 50], 0.95, 48],
  [[10, 20, 30, 40, 50], 0.1, 14],
])("of %j at %d is %d", (values, quantile, expected) => {
  expect(sampleQuantile(values, quantile)).toBeCloseTo(expected, 12);
});

test("of nothing there is none, and wrong numbers are refused", () => {
  expect(sampleQuantile([], 0.5)).toBeNaN();
  expect(() => sampleQuantile([1, NaN], 0.5)).toThrow(RangeError);
  expect(() => sampleQuantile([1], 1.5)).toThrow(RangeError);
});
