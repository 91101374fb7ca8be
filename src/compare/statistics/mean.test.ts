import { expect, test } from "vitest";
import { clippedInterval } from "./interval.ts";
import { mean, sampleVariance, sum } from "./mean.ts";

test("sums lose nothing to the order", () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum([])).toBe(0);
});

test("mean and variance", () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBeNaN();
  expect(sampleVariance([1, 2, 6])).toBe(7);
  expect(sampleVariance([0.1, 0.1, 0.1])).toBe(0);
  expect(sampleVariance([4])).toBeNaN();
});

test("an interval is clipped to its scale", () => {
  const scale = { low: 0, high: 1 };
  expect(clippedInterval({ low: -0.2, high: 1.3 }, scale)).toEqual(scale);
  expect(clippedInterval({ low: 0.2, high: 0.3 }, scale)).toEqual({ low: 0.2, high: 0.3 });
  expect(clippedInterval({ low: 1.2, high: 1.3 }, scale)).toEqual({ low: 1, high: 1 });
});
