import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { betaQuantile } from "./beta-quantile.ts";
import { regularizedBeta } from "./regularized-beta.ts";

test.each(values.special.betaPpf)("below the $q quantile of beta($a, $b)", ({ q, a, b, v }) => {
  expect(betaQuantile(q, { a, b })).toBeCloseTo(v, 10);
});

test("the ends of the scale", () => {
  expect(betaQuantile(0, { a: 2, b: 3 })).toBe(0);
  expect(betaQuantile(1, { a: 2, b: 3 })).toBe(1);
});

test("it undoes the distribution", () => {
  const parameter = fc.double({ min: 0.5, max: 300, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: 1e-4, max: 0.9999, noNaN: true }),
      parameter,
      parameter,
      (p, a, b) => {
        expect(regularizedBeta(betaQuantile(p, { a, b }), { a, b })).toBeCloseTo(p, 9);
      },
    ),
    { seed: 1 },
  );
});

test.each([-0.1, 1.1, Number.NaN])("%f is no share", (p) => {
  expect(() => betaQuantile(p, { a: 1, b: 1 })).toThrow(RangeError);
});
