import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { normalQuantile } from "../normal-quantile.ts";
import { studentProbability, studentQuantile, studentTwoSided } from "./student-t.ts";

test.each(Object.entries(values.special.tPpf975))("t below which 97.5 %% lies, df %s", (df, t) => {
  expect(studentQuantile(0.975, Number(df))).toBeCloseTo(t, 9);
  expect(studentQuantile(0.025, Number(df))).toBeCloseTo(-t, 9);
  expect(studentTwoSided(t, Number(df))).toBeCloseTo(0.05, 10);
});

test("with one degree of freedom it is Cauchy's distribution", () => {
  for (const t of [-50, -1, -0.001, 0, 0.5, 3]) {
    expect(studentProbability(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
  }
});

test("with many it is the normal one", () => {
  expect(studentQuantile(0.975, 1e6)).toBeCloseTo(normalQuantile(0.975), 5);
});

test("the quantile undoes the distribution, in the middle too", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.integer({ min: 2, max: 2000 }),
      (t, df) => {
        const p = studentProbability(t, df);
        fc.pre(p > 1e-6 && p < 1 - 1e-6);
        expect(studentQuantile(p, df) - t).toBeCloseTo(0, 5);
      },
    ),
    { seed: 1 },
  );
  expect(studentQuantile(0.5, 7)).toBe(0);
  // The density at 0: Γ(4) / (√(7π) Γ(3.5)).
  const middle = 16 / (5 * Math.PI * Math.sqrt(7));
  expect(studentQuantile(0.5 + 2 ** -30, 7)).toBeCloseTo(2 ** -30 / middle, 16);
});

test("the ends", () => {
  expect(studentTwoSided(Infinity, 3)).toBe(0);
  expect(studentProbability(Infinity, 3)).toBe(1);
  expect(studentProbability(-Infinity, 3)).toBe(0);
});

test("what is no t, no share or no degree of freedom", () => {
  expect(() => studentTwoSided(Number.NaN, 3)).toThrow(RangeError);
  expect(() => studentTwoSided(1, 0)).toThrow(RangeError);
  expect(() => studentQuantile(1, 3)).toThrow(RangeError);
  expect(() => studentQuantile(0.5, Infinity)).toThrow(RangeError);
});
