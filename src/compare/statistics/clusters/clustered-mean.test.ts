import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { meanInterval } from "../rates/mean-interval.ts";
import { clusteredMean } from "./clustered-mean.ts";

test.each(values.clustered)("five clusters", ({ clusters, ...expected }) => {
  const result = clusteredMean(Object.values(clusters))!;
  expect(result.mean).toBeCloseTo(expected.mean, 12);
  expect(result.standardErrors.independent).toBeCloseTo(expected.seIid, 8);
  expect(result.standardErrors.cr0).toBeCloseTo(expected.seCR0, 8);
  expect(result.standardErrors.cr1).toBeCloseTo(expected.seCR1, 8);
  expect(result.interval?.low).toBeCloseTo(expected.ci95[0]!, 9);
  expect(result.interval?.high).toBeCloseTo(expected.ci95[1]!, 9);
  expect(result.intraclassCorrelation).toBeCloseTo(expected.iccAnova, 6);
  expect(result.designEffect).toBeCloseTo(1.811291, 6);
  expect(result).toMatchObject({ cases: 16, clusters: 5, few: "warn" });
});

test("clusters of one case are independent cases", () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(numbers, (own) => {
      const alone = meanInterval(own)!;
      const { interval, designEffect, intraclassCorrelation } = clusteredMean(
        own.map((value) => [value]),
      )!;
      expect(interval === undefined).toBe(alone.interval === undefined);
      expect(interval?.low ?? 0).toBeCloseTo(alone.interval?.low ?? 0, 9);
      expect(designEffect ?? 1).toBeCloseTo(1, 9);
      expect(intraclassCorrelation).toBeUndefined();
    }),
    { seed: 1 },
  );
});

test("copies of a case within its cluster change the mean's certainty not at all", () => {
  const own = [1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1];
  const alone = clusteredMean(own.map((value) => [value]))!;
  const copied = clusteredMean(own.map((value) => [value, value, value]))!;
  expect(copied.interval?.low).toBeCloseTo(alone.interval!.low, 12);
  expect(copied.intraclassCorrelation).toBeCloseTo(1, 12);
  expect(copied.few).toBeUndefined();
});

test("nine clusters are few, four too few", () => {
  const clusters = (count: number) => Array.from({ length: count }, (_, place) => [place % 2, 1]);
  expect(clusteredMean(clusters(10))).toMatchObject({ few: undefined });
  expect(clusteredMean(clusters(9))).toMatchObject({ few: "warn" });
  expect(clusteredMean(clusters(5))?.interval).toBeDefined();
  expect(clusteredMean(clusters(4))).toMatchObject({ few: "refuse", interval: undefined });
});

test("what does not vary has no interval, one cluster nothing at all", () => {
  const same = clusteredMean(Array.from({ length: 12 }, () => [0.1, 0.1]));
  expect(same).toMatchObject({ interval: undefined, designEffect: undefined });
  expect(same?.intraclassCorrelation).toBeUndefined();
  expect(clusteredMean([[1, 2, 3], []])).toBeUndefined();
  expect(() => clusteredMean([[1], [Number.NaN]])).toThrow(RangeError);
});
