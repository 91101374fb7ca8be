import { expect, test } from "vitest";
import { normalQuantile } from "../normal-quantile.ts";
import { normalProbability } from "./normal-probability.ts";

// Python 3.11, statistics.NormalDist().cdf, and math.erfc(-z / sqrt(2)) / 2 in the tail
test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [1.959963984540054, 0.975],
  [-1.959963984540054, 0.025],
  [2.999, 0.9986456634662728],
  [3.001, 0.998654527174915],
])("at most %f", (z, share) => {
  expect(normalProbability(z)).toBeCloseTo(share, 14);
});

test("the tail keeps its digits", () => {
  expect(normalProbability(-6) / 9.865876450377012e-10).toBeCloseTo(1, 12);
  expect(normalProbability(-20) / 2.7536241186063314e-89).toBeCloseTo(1, 12);
});

test("it undoes the quantile", () => {
  for (const share of [1e-12, 1e-5, 0.001, 0.2, 0.5, 0.9, 0.9999]) {
    expect(normalProbability(normalQuantile(share)) / share).toBeCloseTo(1, 11);
  }
});

test("the ends", () => {
  expect(normalProbability(Infinity)).toBe(1);
  expect(normalProbability(-Infinity)).toBe(0);
  expect(() => normalProbability(Number.NaN)).toThrow(RangeError);
});
