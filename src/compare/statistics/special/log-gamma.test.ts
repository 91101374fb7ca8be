import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { logBeta, logGamma } from "./log-gamma.ts";

test.each(Object.entries(values.special.gammaln))("ln Γ(%s)", (x, value) => {
  expect(logGamma(Number(x))).toBeCloseTo(value, 11);
});

// Γ(n) = (n - 1)!, exactly.
test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [5, 24],
  [15, 87178291200],
  [16, 1307674368000],
  [21, 2432902008176640000],
])("Γ(%i) is a factorial", (x, factorial) => {
  expect(logGamma(x)).toBeCloseTo(Math.log(factorial), 12);
});

test("near 0 it grows like -ln x", () => {
  expect(logGamma(1e-200)).toBeCloseTo(-Math.log(1e-200), 10);
});

test("Γ(x + 1) = xΓ(x)", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (x) => {
      const scale = Math.max(1, logGamma(x));
      expect((logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeCloseTo(0, 12);
    }),
    { seed: 1 },
  );
});

test("B(a, b) of whole numbers", () => {
  expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 14);
  expect(logBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 13);
});

test.each([0, -1, Number.NaN, Infinity])("%f has no logarithm of Γ", (x) => {
  expect(() => logGamma(x)).toThrow(RangeError);
});
