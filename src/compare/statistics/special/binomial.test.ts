import * as fc from "fast-check";
import { expect, test } from "vitest";
import { binomialAtMost, binomialProbability, logBinomial } from "./binomial.ts";

test.each([
  [5, 2, 10],
  [10, 0, 1],
  [10, 10, 1],
  [52, 5, 2598960],
  [60, 30, 118264581564861424],
])("%i choose %i", (n, k, ways) => {
  expect(Math.exp(logBinomial(n, k)) / ways).toBeCloseTo(1, 12);
});

test("there is no way to choose more than there are", () => {
  expect(logBinomial(3, 4)).toBe(-Infinity);
  expect(logBinomial(3, -1)).toBe(-Infinity);
});

test("the chances up to k sum to the chance of at most k, and all to 1", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, p) => {
        let total = 0;
        for (let k = 0; k <= n; k += 1) {
          total += binomialProbability(k, { n, p });
          expect(binomialAtMost(k, { n, p })).toBeCloseTo(total, 10);
        }
        expect(total).toBeCloseTo(1, 10);
      },
    ),
    { seed: 1, numRuns: 50 },
  );
});

test("the ends", () => {
  expect(binomialProbability(3, { n: 3, p: 1 })).toBe(1);
  expect(binomialProbability(0, { n: 3, p: 0 })).toBe(1);
  expect(binomialProbability(1, { n: 3, p: 0 })).toBe(0);
  expect(binomialAtMost(-1, { n: 3, p: 0.5 })).toBe(0);
  expect(binomialAtMost(3, { n: 3, p: 0.5 })).toBe(1);
});

test("what is no count and no chance", () => {
  expect(() => logBinomial(-1, 0)).toThrow(RangeError);
  expect(() => logBinomial(3, 0.5)).toThrow(RangeError);
  expect(() => binomialAtMost(0.5, { n: 3, p: 0.5 })).toThrow(RangeError);
  expect(() => binomialProbability(1, { n: 3, p: 1.5 })).toThrow(RangeError);
});
