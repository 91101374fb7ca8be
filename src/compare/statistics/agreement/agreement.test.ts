import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { cohenKappa } from "./cohen-kappa.ts";
import { gwetAc1 } from "./gwet-ac1.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";

test.each(values.agreement.kappa)("$m", ({ m, kappa, ac1 }) => {
  expect(cohenKappa(m)).toBeCloseTo(kappa, 12);
  if (ac1 !== undefined) expect(gwetAc1(m)).toBeCloseTo(ac1, 12);
});

test("Krippendorff's alpha of four raters with gaps", () => {
  const { rows, alpha } = values.agreement.krippendorffNominal;
  const items = rows[0]!.map((_, item) => rows.map((row) => row[item] ?? undefined));
  expect(krippendorffAlpha(items)).toBeCloseTo(alpha, 12);
  expect(krippendorffAlpha(items.map((ratings) => ratings.toReversed()))).toBeCloseTo(alpha, 12);
});

const tables = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));

test("full agreement is 1, turning the raters or renaming the categories changes nothing", () => {
  fc.assert(
    fc.property(tables, ([a, b, c, d]) => {
      const there = [
        [a, b],
        [c, d],
      ];
      const turned = [
        [a, c],
        [b, d],
      ];
      const renamed = [
        [d, c],
        [b, a],
      ];
      for (const measure of [cohenKappa, gwetAc1]) {
        const value = measure(there);
        expect(measure(turned) ?? 9).toBeCloseTo(value ?? 9, 10);
        expect(measure(renamed) ?? 9).toBeCloseTo(value ?? 9, 10);
        expect(value ?? 0).toBeLessThanOrEqual(1);
        expect(value ?? 0).toBeGreaterThanOrEqual(-1 - 1e-12);
      }
      fc.pre(a > 0 && d > 0);
      expect(
        cohenKappa([
          [a, 0],
          [0, d],
        ]),
      ).toBeCloseTo(1, 12);
      expect(
        gwetAc1([
          [a, 0],
          [0, d],
        ]),
      ).toBeCloseTo(1, 12);
    }),
    { seed: 1 },
  );
});

test("nothing rated, or only one category, has no kappa; AC1 has", () => {
  expect(
    cohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toBeUndefined();
  expect(
    cohenKappa([
      [0, 0],
      [0, 7],
    ]),
  ).toBeUndefined();
  expect(
    gwetAc1([
      [0, 0],
      [0, 7],
    ]),
  ).toBe(1);
  expect(
    gwetAc1([
      [0, 0],
      [0, 0],
    ]),
  ).toBeUndefined();
  expect(krippendorffAlpha([])).toBeUndefined();
  expect(krippendorffAlpha([["x", "x"], ["x"]])).toBeUndefined();
  expect(krippendorffAlpha([["x"], ["y"], [undefined, "z"]])).toBeUndefined();
});

test("alpha is 1 where all agree, below 0 where they never do", () => {
  expect(
    krippendorffAlpha([
      ["x", "x"],
      ["y", "y"],
    ]),
  ).toBe(1);
  expect(
    krippendorffAlpha([
      ["x", "y"],
      ["y", "x"],
    ]),
  ).toBeLessThan(0);
});

test("what is no table", () => {
  expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
  expect(() =>
    cohenKappa([
      [1, 0.5],
      [0, 1],
    ]),
  ).toThrow(RangeError);
  expect(() => gwetAc1([[3]])).toThrow(RangeError);
});
