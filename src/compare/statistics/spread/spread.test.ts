import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { seededRandom } from "../../../platform/index.ts";
import { binomialAtMost } from "../special/binomial.ts";
import { casesForQuantile } from "./cases-for-quantile.ts";
import { costRatio } from "./cost-ratio.ts";
import { geometricMeanRatio } from "./geometric-mean-ratio.ts";
import { quantileInterval, quantileRanks } from "./quantile-interval.ts";

const { A, B, geoRatio, ci95, p: pValue } = values.logRatio[0]!;
const pairs = A.map((a, place) => ({ a, b: B[place]! }));

test("the ratio of latencies", () => {
  const result = geometricMeanRatio(pairs)!;
  expect(result.ratio).toBeCloseTo(geoRatio, 6);
  expect(result.interval?.low).toBeCloseTo(ci95[0]!, 10);
  expect(result.interval?.high).toBeCloseTo(ci95[1]!, 10);
  expect(result.p).toBeCloseTo(pValue, 10);
});

test("the ratio holds in any unit and turns with A and B", () => {
  const time = fc.integer({ min: 1, max: 100_000 });
  const measured = fc.array(fc.record({ a: time, b: time }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(measured, (own) => {
      const there = geometricMeanRatio(own)!;
      const seconds = geometricMeanRatio(own.map(({ a, b }) => ({ a: a / 1000, b: b / 1000 })))!;
      const back = geometricMeanRatio(own.map(({ a, b }) => ({ a: b, b: a })))!;
      expect(seconds.ratio / there.ratio).toBeCloseTo(1, 9);
      expect(back.ratio * there.ratio).toBeCloseTo(1, 9);
      fc.pre(there.interval !== undefined && back.interval !== undefined);
      expect(back.interval.low * there.interval.high).toBeCloseTo(1, 7);
      expect(there.interval.low).toBeLessThanOrEqual(there.ratio);
      expect(there.interval.high).toBeGreaterThanOrEqual(there.ratio);
    }),
    { seed: 1 },
  );
});

test("no cases and a time of 0 have no ratio, one case no interval", () => {
  expect(geometricMeanRatio([])).toBeUndefined();
  expect(
    geometricMeanRatio([
      { a: 1, b: 0 },
      { a: 1, b: 2 },
    ]),
  ).toBeUndefined();
  expect(geometricMeanRatio([{ a: 2, b: 1 }])).toEqual({
    ratio: 0.5,
    interval: undefined,
    p: undefined,
  });
  expect(() => geometricMeanRatio([{ a: -1, b: 1 }])).toThrow(RangeError);
});

test.each(values.quantileOrderStatCI95)(
  "ranks of the $q quantile of $n",
  ({ n, q, lo, hi, coverage }) => {
    const ranks = quantileRanks(n, { quantile: q })!;
    expect([ranks.low, ranks.high]).toEqual([lo, hi]);
    expect(ranks.coverage).toBeCloseTo(coverage, 12);
  },
);

test("the ranks cover enough, and no closer ones would on either side", () => {
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), share, (n, quantile) => {
      const ranks = quantileRanks(n, { quantile });
      const below = (rank: number) => binomialAtMost(rank - 1, { n, p: quantile });
      if (!ranks) {
        expect(below(1) > 0.025 || 1 - below(n) > 0.025).toBe(true);
        return;
      }
      expect(ranks.coverage).toBeGreaterThanOrEqual(0.95 - 1e-9);
      expect(below(ranks.low + 1)).toBeGreaterThan(0.025);
      expect(1 - below(ranks.high - 1)).toBeGreaterThan(0.025);
    }),
    { seed: 1 },
  );
});

test("the interval is the values of those ranks, whatever their order", () => {
  const tenths = [7, 3, 9, 1, 10, 2, 8, 4, 6, 5];
  expect(quantileInterval(tenths, { quantile: 0.5 })).toEqual({ low: 2, high: 9 });
  expect(quantileInterval(tenths, { quantile: 0.5, confidence: 0.8 })).toEqual({ low: 3, high: 8 });
  expect(quantileInterval(tenths, { quantile: 0.95 })).toBeUndefined();
  expect(quantileInterval([], { quantile: 0.5 })).toBeUndefined();
  expect(() => quantileInterval([Number.NaN], { quantile: 0.5 })).toThrow(RangeError);
  expect(() => quantileRanks(10, { quantile: 1 })).toThrow(RangeError);
});

test.each([
  [0.95, 59],
  [0.99, 299],
  [0.05, 59],
  [0.5, 5],
])("the %f quantile takes %i values", (quantile, cases) => {
  expect(casesForQuantile(quantile)).toBe(cases);
});

const costs = Array.from({ length: 30 }, (_, place) => ({
  a: 1 + (place % 5),
  b: 0.5 * (1 + (place % 5)) + 0.1 * (place % 3),
}));

test("the ratio of costs, with an interval around it", () => {
  const { ratio, interval } = costRatio(costs, { random: seededRandom(1), resamples: 2000 })!;
  expect(ratio).toBeCloseTo(48 / 90, 12);
  expect(interval!.low).toBeLessThan(ratio);
  expect(interval!.high).toBeGreaterThan(ratio);
  expect(interval!.high - interval!.low).toBeLessThan(0.05);
});

test("whole pairs are drawn: costs in a fixed ratio leave no doubt", () => {
  const fixed = costs.map(({ a }) => ({ a, b: 2 * a }));
  expect(costRatio(fixed, { random: seededRandom(1), resamples: 200 })?.interval).toEqual({
    low: 2,
    high: 2,
  });
});

test("too few cases, free ones, negative ones", () => {
  const random = seededRandom(1);
  expect(costRatio(costs.slice(0, 19), { random })?.interval).toBeUndefined();
  expect(costRatio([{ a: 0, b: 1 }], { random })).toBeUndefined();
  expect(costRatio([], { random })).toBeUndefined();
  expect(() => costRatio([{ a: 1, b: -1 }], { random })).toThrow(RangeError);
});
