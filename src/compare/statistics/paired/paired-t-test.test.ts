import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { pairedTTest } from "./paired-t-test.ts";

test.each(values.pairedT)("$name", ({ x, y, t, df, p, ci95 }) => {
  const result = pairedTTest(x.map((value, place) => value - y[place]!))!;
  expect(result.t).toBeCloseTo(t, 9);
  expect(result.degreesOfFreedom).toBe(df);
  expect(result.twoSided).toBeCloseTo(p, 10);
  expect(result.interval.low).toBeCloseTo(ci95[0]!, 8);
  expect(result.interval.high).toBeCloseTo(ci95[1]!, 8);
});

test("Darwin's maize", () => {
  const result = pairedTTest(values.signFlip[0]!.d)!;
  expect(result.t).toBeCloseTo(2.147987, 6);
  expect(result.twoSided).toBeCloseTo(0.049703, 6);
});

test("tied differences with zeros", () => {
  const result = pairedTTest([0.2, 0, 0.1, -0.1, 0.3, 0, 0.4, 0.2, -0.2, 0.1, 0.5, 0])!;
  expect(result.t).toBeCloseTo(2.111743, 6);
  expect(result.twoSided).toBeCloseTo(0.0584, 6);
  expect(result).toMatchObject({ cases: 12, few: true });
});

test("the interval excludes 0 exactly where p is below 5 %, and the sides turn with A and B", () => {
  const differences = fc.array(fc.integer({ min: -20, max: 30 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(differences, (own) => {
      const result = pairedTTest(own);
      fc.pre(result !== undefined && Math.abs(result.twoSided - 0.05) > 1e-9);
      const { low, high } = result.interval;
      expect(low > 0 || high < 0).toBe(result.twoSided < 0.05);
      const turned = pairedTTest(own.map((value) => -value))!;
      expect(turned.higher).toBeCloseTo(result.lower, 12);
      expect(result.higher + result.lower).toBeCloseTo(1, 12);
      expect(2 * Math.min(result.higher, result.lower)).toBeCloseTo(result.twoSided, 12);
    }),
    { seed: 1 },
  );
});

test("one case and differences that do not vary tell nothing", () => {
  expect(pairedTTest([])).toBeUndefined();
  expect(pairedTTest([0.3])).toBeUndefined();
  expect(pairedTTest([0.1, 0.1, 0.1])).toBeUndefined();
  expect(() => pairedTTest([Infinity, 1])).toThrow(RangeError);
});
