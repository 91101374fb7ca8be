import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { benjaminiHochberg } from "./benjamini-hochberg.ts";
import { familyFalseAlarm } from "./family-false-alarm.ts";
import { holmAdjustment } from "./holm-adjustment.ts";

const { p, holm, bh } = values.multiplicity;

test("Holm, and Benjamini and Hochberg", () => {
  for (const [place, adjusted] of holmAdjustment(p).entries()) {
    expect(adjusted).toBeCloseTo(holm[place]!, 12);
  }
  for (const [place, adjusted] of benjaminiHochberg(p).entries()) {
    expect(adjusted).toBeCloseTo(bh[place]!, 12);
  }
});

test("the adjusted values keep their places, and Holm is at least as strict", () => {
  const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(family, (raw) => {
      const gate = holmAdjustment(raw);
      const table = benjaminiHochberg(raw);
      expect(holmAdjustment(raw.toReversed())).toEqual(gate.toReversed());
      expect(benjaminiHochberg(raw.toReversed())).toEqual(table.toReversed());
      for (const [place, own] of raw.entries()) {
        expect(table[place]).toBeGreaterThanOrEqual(own - 1e-12);
        expect(gate[place]).toBeGreaterThanOrEqual(table[place]! - 1e-12);
        expect(gate[place]).toBeLessThanOrEqual(1);
      }
      const order = (numbers: readonly number[]) =>
        raw.map((own, place) => [own, numbers[place]!] as const).toSorted((a, b) => a[0] - b[0]);
      for (const adjusted of [gate, table]) {
        const sorted = order(adjusted).map(([, value]) => value);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
      }
    }),
    { seed: 1 },
  );
});

test("one test needs no correction", () => {
  expect(holmAdjustment([0.03])).toEqual([0.03]);
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(holmAdjustment([])).toEqual([]);
  expect(() => holmAdjustment([1.1])).toThrow(RangeError);
  expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
});

test.each([
  [0, 0],
  [1, 0.05],
  [5, 0.226],
  [10, 0.401],
  [20, 0.642],
  [50, 0.923],
])("%i tests raise a false alarm with chance %f", (tests, chance) => {
  expect(familyFalseAlarm(tests)).toBeCloseTo(chance, 3);
});
