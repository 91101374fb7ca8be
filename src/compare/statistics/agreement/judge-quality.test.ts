import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { wilsonInterval } from "../wilson-interval.ts";
import { correctedPassRate } from "./corrected-pass-rate.ts";
import { judgeAccuracy } from "./judge-accuracy.ts";
import { majorityAccuracy } from "./majority-accuracy.ts";
import { roganGladen } from "./rogan-gladen.ts";

test.each(values.agreement.roganGladen)("$p seen with $se and $sp", ({ p, se, sp, out }) => {
  expect(roganGladen(p, { sensitivity: se, specificity: sp })).toBeCloseTo(out, 12);
});

test("the correction undoes the judge's errors, stays a rate, and gives up on a coin", () => {
  const rate = fc.double({ min: 0, max: 1, noNaN: true });
  const good = fc.double({ min: 0.6, max: 1, noNaN: true });
  fc.assert(
    fc.property(rate, good, good, (truth, sensitivity, specificity) => {
      const seen = truth * sensitivity + (1 - truth) * (1 - specificity);
      expect(roganGladen(seen, { sensitivity, specificity })).toBeCloseTo(truth, 9);
    }),
    { seed: 1 },
  );
  expect(roganGladen(0.05, { sensitivity: 0.9, specificity: 0.9 })).toBe(0);
  expect(roganGladen(0.95, { sensitivity: 0.9, specificity: 0.9 })).toBe(1);
  expect(roganGladen(0.5, { sensitivity: 0.3, specificity: 0.7 })).toBeUndefined();
  expect(() => roganGladen(1.5, { sensitivity: 1, specificity: 1 })).toThrow(RangeError);
});

const labels = {
  observed: { passed: 80, total: 100 },
  sensitivity: { passed: 57, total: 60 },
  specificity: { passed: 34, total: 40 },
};

test("Lang and Reiczigel's interval of the corrected rate", () => {
  const { rate, interval } = correctedPassRate(labels)!;
  expect(rate).toBeCloseTo(0.809341, 6);
  expect(interval.low).toBeCloseTo(0.686662, 6);
  expect(interval.high).toBeCloseTo(0.934438, 6);
});

test("fewer labels and more confidence widen it; passing and failing mirror each other", () => {
  const { rate, interval } = correctedPassRate(labels)!;
  const fewer = { ...labels, specificity: { passed: 17, total: 20 } };
  expect(correctedPassRate(fewer)!.interval.low).toBeLessThan(interval.low);
  expect(correctedPassRate(labels, 0.99)!.interval.low).toBeLessThan(interval.low);
  const mirrored = correctedPassRate({
    observed: { passed: 20, total: 100 },
    sensitivity: labels.specificity,
    specificity: labels.sensitivity,
  })!;
  expect(mirrored.rate).toBeCloseTo(1 - rate, 12);
  expect(mirrored.interval.low).toBeCloseTo(1 - interval.high, 12);
});

test("the interval is within [0, 1]; no labels or a coin leave nothing to correct by", () => {
  const all = { passed: 100, total: 100 };
  const { interval } = correctedPassRate({ observed: all, sensitivity: all, specificity: all })!;
  expect(interval.high).toBe(1);
  const none = { passed: 0, total: 0 };
  for (const part of ["observed", "sensitivity", "specificity"]) {
    expect(correctedPassRate({ ...labels, [part]: none })).toBeUndefined();
  }
  const coin = { passed: 20, total: 40 };
  expect(correctedPassRate({ ...labels, sensitivity: coin, specificity: coin })).toBeUndefined();
  expect(() => correctedPassRate({ ...labels, observed: { passed: 2, total: 1 } })).toThrow(
    RangeError,
  );
});

test("how often a judge is right, apart for good and bad answers", () => {
  const accuracy = judgeAccuracy({ passedGood: 57, failedGood: 3, passedBad: 6, failedBad: 34 });
  expect(accuracy.truePositive).toEqual({
    passed: 57,
    total: 60,
    rate: 0.95,
    interval: wilsonInterval(57, 60),
  });
  expect(accuracy.trueNegative).toMatchObject({ passed: 34, total: 40, rate: 0.85 });
  const onlyGood = judgeAccuracy({ passedGood: 1, failedGood: 0, passedBad: 0, failedBad: 0 });
  expect(onlyGood.trueNegative).toBeUndefined();
  expect(() =>
    judgeAccuracy({ passedGood: -1, failedGood: 0, passedBad: 0, failedBad: 0 }),
  ).toThrow(RangeError);
});

test.each([
  [0.8, 1, 0.8],
  [0.8, 3, 0.896],
  [0.9, 3, 0.972],
  [0.8, 5, 0.942],
  [0.9, 5, 0.991],
])("judges of accuracy %f, %i of them", (accuracy, judges, majority) => {
  expect(majorityAccuracy(accuracy, judges)).toBeCloseTo(majority, 3);
});

test("a majority takes an odd number", () => {
  expect(majorityAccuracy(0.5, 7)).toBeCloseTo(0.5, 12);
  for (const judges of [0, 2, 1.5]) {
    expect(() => majorityAccuracy(0.8, judges)).toThrow(RangeError);
  }
  expect(() => majorityAccuracy(1.1, 3)).toThrow(RangeError);
});
