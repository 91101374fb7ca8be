import * as fc from "fast-check";
import { expect, test } from "vitest";
import { meanInterval } from "./mean-interval.ts";

const differences = [0.2, 0, 0.1, -0.1, 0.3, 0, 0.4, 0.2, -0.2, 0.1, 0.5, 0];

test("Student's interval of a mean", () => {
  const estimate = meanInterval(differences);
  expect(estimate?.mean).toBeCloseTo(0.125, 12);
  expect((estimate?.standardError ?? 0) * Math.sqrt(12)).toBeCloseTo(0.20505, 6);
  expect(estimate?.interval?.low).toBeCloseTo(-0.005282, 6);
  expect(estimate?.interval?.high).toBeCloseTo(0.255282, 6);
  expect(estimate).toMatchObject({ cases: 12, lowest: -0.2, highest: 0.5, few: true });
});

test("passes as 0 and 1 give what Inspect's ci() gives", () => {
  const { interval } = meanInterval([1, 1, 1, 1, 1, 1, 1, 1, 0, 0])!;
  expect(interval?.low).toBeCloseTo(0.498, 3);
  expect(interval?.high).toBeCloseTo(1.102, 3);
});

test("means over five trials a case", () => {
  const { mean, standardError, interval } = meanInterval([1, 0.8, 1, 0, 0.6, 1, 0.4, 1])!;
  expect(mean).toBeCloseTo(0.725, 12);
  expect(standardError).toBeCloseTo(0.130589, 6);
  expect(interval?.low).toBeCloseTo(0.4162, 4);
  expect(interval?.high).toBeCloseTo(1.0338, 4);
});

test("values that do not vary show no interval, few values are marked", () => {
  expect(meanInterval(Array.from({ length: 30 }, () => 0.1))).toMatchObject({
    standardError: 0,
    interval: undefined,
    few: false,
  });
  expect(meanInterval([3])).toMatchObject({
    mean: 3,
    standardError: undefined,
    interval: undefined,
  });
  expect(meanInterval([])).toBeUndefined();
  expect(meanInterval([...differences, 1, 0])?.few).toBe(true);
  expect(meanInterval([...differences, 1, 0, 0])?.few).toBe(false);
});

test("holds the mean, moves with the values, does not mind their order, widens with confidence", () => {
  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: -50, max: 50 }), (numbers, shift) => {
      const estimate = meanInterval(numbers)!;
      fc.pre(estimate.interval !== undefined);
      const { low, high } = estimate.interval;
      expect(low).toBeLessThan(estimate.mean);
      expect(high).toBeGreaterThan(estimate.mean);
      const moved = meanInterval(numbers.map((number) => number + shift))!;
      expect(moved.interval?.low).toBeCloseTo(low + shift, 8);
      const turned = meanInterval(numbers.toReversed())!;
      expect(turned.interval?.high).toBeCloseTo(high, 9);
      expect(meanInterval(numbers, 0.99)!.interval!.high).toBeGreaterThan(high);
    }),
    { seed: 1 },
  );
});

test("what is no value and no confidence", () => {
  expect(() => meanInterval([1, Number.NaN])).toThrow(RangeError);
  expect(() => meanInterval([1, 2], 1)).toThrow(RangeError);
});
