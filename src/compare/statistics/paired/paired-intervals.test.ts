import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { normalQuantile } from "../normal-quantile.ts";
import { bonettPriceInterval } from "./bonett-price-interval.ts";
import { newcombePairedInterval } from "./newcombe-paired-interval.ts";
import { type PairedOutcomes, rateDifference } from "./paired-outcomes.ts";
import { tangoInterval } from "./tango-interval.ts";
import { tangoScore } from "./tango-score.ts";

const methods = {
  tango: tangoInterval,
  newcombe10: newcombePairedInterval,
  bonettPrice: bonettPriceInterval,
} as const;
const names = ["tango", "newcombe10", "bonettPrice"] as const;

// The data count A - B, here it is B - A: their A is our B.
describe.each(values.pairedProportionDiff95)("$a, $b, $c, $d", (row) => {
  const outcomes = { bothPass: row.a, onlyA: row.c, onlyB: row.b, bothFail: row.d };
  test.each(names)("%s", (name) => {
    const interval = methods[name](outcomes);
    expect(rateDifference(outcomes)).toBeCloseTo(row.diff, 12);
    expect(interval?.low).toBeCloseTo(row[name][0]!, 9);
    expect(interval?.high).toBeCloseTo(row[name][1]!, 9);
  });
});

test.each(values.tangoZ)("the score of $b, $c of $n at $delta0", ({ b, c, n, delta0, z }) => {
  const outcomes = { bothPass: n - b - c, onlyA: c, onlyB: b, bothFail: 0 };
  expect(tangoScore(outcomes, delta0)).toBeCloseTo(z, 10);
});

const outcomes: fc.Arbitrary<PairedOutcomes> = fc
  .record({ bothPass: fc.nat(60), onlyA: fc.nat(60), onlyB: fc.nat(60), bothFail: fc.nat(60) })
  .filter(({ bothPass, onlyA, onlyB, bothFail }) => bothPass + onlyA + onlyB + bothFail > 0);

function swapped(pairs: PairedOutcomes): PairedOutcomes {
  return { ...pairs, onlyA: pairs.onlyB, onlyB: pairs.onlyA };
}

describe.each(names)("%s", (name) => {
  const interval = methods[name];

  test("lies in [-1, 1], turns with A and B, widens with confidence", () => {
    fc.assert(
      fc.property(outcomes, (pairs) => {
        const { low, high } = interval(pairs)!;
        expect(low).toBeLessThan(high);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(interval(swapped(pairs))?.low).toBeCloseTo(-high, 9);
        const wider = interval(pairs, 0.99)!;
        expect(wider.low).toBeLessThanOrEqual(low);
        expect(wider.high).toBeGreaterThanOrEqual(high);
        if (name !== "bonettPrice") {
          expect(low).toBeLessThanOrEqual(rateDifference(pairs) + 1e-12);
          expect(high).toBeGreaterThanOrEqual(rateDifference(pairs) - 1e-12);
        }
      }),
      { seed: 1 },
    );
  });

  test("no cases have no difference", () => {
    expect(interval({ bothPass: 0, onlyA: 0, onlyB: 0, bothFail: 0 })).toBeUndefined();
    const one = { bothPass: 0, onlyA: 1, onlyB: 0, bothFail: 0 };
    expect(() => interval({ ...one, onlyB: -1 })).toThrow(RangeError);
    expect(() => interval(one, 0)).toThrow(RangeError);
  });
});

test("at the ends of Tango's interval its score is the normal quantile", () => {
  fc.assert(
    fc.property(outcomes, (pairs) => {
      const { low, high } = tangoInterval(pairs)!;
      const z = normalQuantile(0.975);
      expect(low === -1 ? z : tangoScore(pairs, low)).toBeCloseTo(z, 6);
      expect(high === 1 ? -z : tangoScore(pairs, high)).toBeCloseTo(-z, 6);
    }),
    { seed: 1 },
  );
});

test("Tango's score falls as the difference grows and turns with A and B", () => {
  const delta = fc.double({ min: -0.99, max: 0.98, noNaN: true });
  fc.assert(
    fc.property(outcomes, delta, (pairs, difference) => {
      const score = tangoScore(pairs, difference);
      expect(tangoScore(pairs, difference + 0.01)).toBeLessThan(score + 1e-9);
      const turned = tangoScore(swapped(pairs), -difference);
      expect(turned + score).toBeCloseTo(0, 6);
    }),
    { seed: 1 },
  );
});

test("Tango's score at the ends of the scale", () => {
  expect(tangoScore({ bothPass: 5, onlyA: 0, onlyB: 0, bothFail: 0 }, 0)).toBe(0);
  expect(tangoScore({ bothPass: 0, onlyA: 0, onlyB: 5, bothFail: 0 }, 1)).toBe(0);
  expect(tangoScore({ bothPass: 1, onlyA: 0, onlyB: 4, bothFail: 0 }, 1)).toBe(-Infinity);
  const none = { bothPass: 0, onlyA: 0, onlyB: 0, bothFail: 0 };
  expect(() => tangoScore(none, 1.5)).toThrow(RangeError);
});
