import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { regularizedBeta } from "./regularized-beta.ts";

test.each(values.special.betainc)("I($a, $b) at $x", ({ a, b, x, v }) => {
  expect(regularizedBeta(x, { a, b })).toBeCloseTo(v, 12);
});

test("the closed forms hold: xᵃ where b = 1, 1 - (1 - x)ᵇ where a = 1, the arcsine where both are ½", () => {
  for (const x of [1e-9, 0.01, 0.3, 0.5, 0.77, 0.999, 1 - 1e-9]) {
    expect(regularizedBeta(x, { a: 7.5, b: 1 })).toBeCloseTo(x ** 7.5, 12);
    expect(regularizedBeta(x, { a: 1, b: 400 })).toBeCloseTo(1 - (1 - x) ** 400, 12);
    const arcsine = (2 / Math.PI) * Math.asin(Math.sqrt(x));
    expect(regularizedBeta(x, { a: 0.5, b: 0.5 })).toBeCloseTo(arcsine, 11);
  }
});

test("the ends are exact", () => {
  expect(regularizedBeta(0, { a: 0.5, b: 9 })).toBe(0);
  expect(regularizedBeta(1, { a: 0.5, b: 9 })).toBe(1);
});

const parameter = fc.double({ min: 0.5, max: 5000, noNaN: true });

test("both sides sum to 1, and it grows with x", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), parameter, parameter, (x, a, b) => {
      const below = regularizedBeta(x, { a, b });
      expect(below + regularizedBeta(1 - x, { a: b, b: a })).toBeCloseTo(1, 8);
      expect(regularizedBeta(Math.min(1, x + 0.01), { a, b })).toBeGreaterThanOrEqual(
        below - 1e-12,
      );
    }),
    { seed: 1 },
  );
});

test.each([
  [-0.1, 1, 1],
  [1.1, 1, 1],
  [Number.NaN, 1, 1],
  [0.5, 0, 1],
  [0.5, 1, -2],
])("nothing at %f of %f, %f", (x, a, b) => {
  expect(() => regularizedBeta(x, { a, b })).toThrow(RangeError);
});
