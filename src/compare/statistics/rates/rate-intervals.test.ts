import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import type { PassCount } from "../pass-count.ts";
import { binomialProbability } from "../special/binomial.ts";
import { type RateInterval, wilsonInterval } from "../wilson-interval.ts";
import { clopperPearsonInterval } from "./clopper-pearson-interval.ts";
import { jeffreysInterval } from "./jeffreys-interval.ts";

test.each(values.clopperPearson95)("Clopper-Pearson of $k of $n", ({ k, n, lo, hi }) => {
  const interval = clopperPearsonInterval({ passed: k, total: n });
  expect(interval?.low).toBeCloseTo(lo, 10);
  expect(interval?.high).toBeCloseTo(hi, 10);
});

test.each([
  [3, 3, 0.292402, 1],
  [18, 20, 0.683017, 0.987651],
  [90, 100, 0.823777, 0.950995],
])("Clopper-Pearson of %i of %i", (passed, total, low, high) => {
  const interval = clopperPearsonInterval({ passed, total });
  expect(interval?.low).toBeCloseTo(low, 6);
  expect(interval?.high).toBeCloseTo(high, 6);
});

test.each(values.jeffreys95)("Jeffreys of $k of $n", ({ k, n, lo, hi }) => {
  const interval = jeffreysInterval({ passed: k, total: n });
  expect(interval?.low).toBeCloseTo(lo, 10);
  expect(interval?.high).toBeCloseTo(hi, 10);
});

test("one-sided lower bounds are those of 90 %", () => {
  expect(wilsonInterval(45, 50, 0.9)?.low).toBeCloseTo(0.808462, 6);
  expect(clopperPearsonInterval({ passed: 45, total: 50 }, 0.9)?.low).toBeCloseTo(0.801167, 6);
  expect(jeffreysInterval({ passed: 45, total: 50 }, 0.9)?.low).toBeCloseTo(0.813589, 6);
});

// 1 - 0.05^(1/n), which the rule of three approximates
test.each([
  [10, 0.2589],
  [20, 0.1391],
  [50, 0.0582],
  [100, 0.0295],
])("no failure in %i leaves a failure rate of at most %f", (total, high) => {
  expect(clopperPearsonInterval({ passed: 0, total }, 0.9)?.high).toBeCloseTo(high, 4);
});

const methods: readonly [
  string,
  (count: PassCount, confidence?: number) => RateInterval | undefined,
][] = [
  ["Wilson", ({ passed, total }, confidence) => wilsonInterval(passed, total, confidence)],
  ["Clopper-Pearson", clopperPearsonInterval],
  ["Jeffreys", jeffreysInterval],
];

// How often the nominal 95 % interval holds the true rate, all outcomes enumerated.
test.each([
  [10, 0.95, [0.914, 0.988, 0.988]],
  [20, 0.9, [0.957, 0.989, 0.957]],
  [50, 0.9, [0.97, 0.97, 0.942]],
  [100, 0.95, [0.966, 0.983, 0.935]],
])("coverage at n = %i, p = %f", (n, p, coverages) => {
  for (const [place, [, interval]] of methods.entries()) {
    let coverage = 0;
    for (let passed = 0; passed <= n; passed += 1) {
      const { low = 1, high = 0 } = interval({ passed, total: n }) ?? {};
      if (low <= p && p <= high) coverage += binomialProbability(passed, { n, p });
    }
    expect(coverage).toBeCloseTo(coverages[place]!, 3);
  }
});

const counts = fc
  .tuple(fc.nat(200), fc.nat(200))
  .filter(([passed, failed]) => passed + failed > 0)
  .map(([passed, failed]) => ({ passed, total: passed + failed }));

describe.each(methods)("%s", (_, interval) => {
  test("holds the rate, mirrors, and widens with confidence", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const { low, high } = interval(count)!;
        const rate = count.passed / count.total;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        // Jeffreys' never reaches an end, where the rate may be.
        expect(low).toBeLessThanOrEqual(Math.max(rate, 0.01));
        expect(high).toBeGreaterThanOrEqual(Math.min(rate, 0.99));
        const mirrored = interval({ ...count, passed: count.total - count.passed })!;
        expect(mirrored.low).toBeCloseTo(1 - high, 10);
        const wider = interval(count, 0.99)!;
        expect(wider.low).toBeLessThanOrEqual(low);
        expect(wider.high).toBeGreaterThanOrEqual(high);
      }),
      { seed: 1 },
    );
  });

  test("no cases have no rate, and what is no rate is an error", () => {
    expect(interval({ passed: 0, total: 0 })).toBeUndefined();
    expect(() => interval({ passed: 2, total: 1 })).toThrow(RangeError);
    expect(() => interval({ passed: 0.5, total: 1 })).toThrow(RangeError);
    expect(() => interval({ passed: 1, total: 1 }, 95)).toThrow(RangeError);
  });
});
