import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson-interval.ts";

// statsmodels 0.15.0, proportion_confint(k, n, method="wilson")
test.each([
  [0, 1, 0.0, 0.793450686],
  [1, 1, 0.206549314, 1.0],
  [0, 10, 0.0, 0.2775328],
  [1, 10, 0.017876213, 0.404150027],
  [5, 10, 0.236593091, 0.763406909],
  [8, 10, 0.490162472, 0.943317849],
  [9, 10, 0.595849973, 0.982123787],
  [10, 10, 0.7224672, 1.0],
  [3, 3, 0.438502968, 1.0],
  [5, 5, 0.565517535, 1.0],
  [18, 20, 0.698966355, 0.972133519],
  [20, 20, 0.838874842, 1.0],
  [27, 30, 0.743789174, 0.965400111],
  [45, 50, 0.786397686, 0.956524235],
  [50, 50, 0.928652401, 1.0],
  [90, 100, 0.825634338, 0.944770863],
  [950, 1000, 0.93468618, 0.961869738],
])("%i of %i", (...[passed, total, low, high]) => {
  const interval = wilsonInterval(passed, total);
  expect(interval?.low).toBeCloseTo(low, 8);
  expect(interval?.high).toBeCloseTo(high, 8);
});

test("no cases have no rate", () => {
  expect(wilsonInterval(0, 0)).toBeUndefined();
});

test("the ends of the scale are reached exactly", () => {
  for (const total of [1, 7, 20, 33, 1000]) {
    expect(wilsonInterval(0, total)?.low).toBe(0);
    expect(wilsonInterval(total, total)?.high).toBe(1);
  }
});

test("passing and failing mirror each other, and more confidence is wider", () => {
  const passed = wilsonInterval(8, 10);
  const failed = wilsonInterval(2, 10);
  expect(failed?.low).toBeCloseTo(1 - (passed?.high ?? 0), 12);
  expect(failed?.high).toBeCloseTo(1 - (passed?.low ?? 0), 12);
  const wider = wilsonInterval(8, 10, 0.99);
  const narrower = wilsonInterval(8, 10, 0.9);
  expect(wider?.low).toBeLessThan(passed?.low ?? 0);
  expect(narrower?.low).toBeGreaterThan(passed?.low ?? 1);
  expect(wider?.high).toBeGreaterThan(passed?.high ?? 1);
  expect(narrower?.high).toBeLessThan(passed?.high ?? 0);
});

test.each([
  [11, 10],
  [-1, 10],
  [0.5, 1],
  [1, Number.NaN],
  [0, -1],
])("%f of %f is no rate", (passed, total) => {
  expect(() => wilsonInterval(passed, total)).toThrow(RangeError);
});

test.each([0, 1, 95, Number.NaN])("%f is no confidence", (confidence) => {
  expect(() => wilsonInterval(1, 2, confidence)).toThrow(RangeError);
});
