import { expect, test } from "vitest";
import { seededRandom } from "../../../platform/index.ts";
import { mean } from "../mean.ts";
import { bootstrapInterval } from "./bootstrap-interval.ts";
import { meanInterval } from "./mean-interval.ts";

const values = Array.from({ length: 40 }, (_, place) => (place * 7) % 11);
const settings = (seed: number) => ({ random: seededRandom(seed), resamples: 2000 });

test("agrees with Student's interval where that holds", () => {
  const interval = bootstrapInterval(values, mean, settings(1))!;
  const student = meanInterval(values)!;
  const width = student.interval!.high - student.interval!.low;
  expect(Math.abs(interval.low - student.interval!.low)).toBeLessThan(0.1 * width);
  expect(Math.abs(interval.high - student.interval!.high)).toBeLessThan(0.1 * width);
});

test("the same seed draws the same, another seed not", () => {
  const once = bootstrapInterval(values, mean, settings(1));
  expect(bootstrapInterval(values, mean, settings(1))).toEqual(once);
  expect(bootstrapInterval(values, mean, settings(2))).not.toEqual(once);
});

test("more confidence is wider", () => {
  const narrow = bootstrapInterval(values, mean, { ...settings(1), confidence: 0.8 })!;
  const wide = bootstrapInterval(values, mean, { ...settings(1), confidence: 0.99 })!;
  expect(wide.low).toBeLessThan(narrow.low);
  expect(wide.high).toBeGreaterThan(narrow.high);
});

test("quantiles lie between two drawn values in proportion", () => {
  // The statistic counts the draws: 0, 1, … 50.
  let drawn = -1;
  const count = () => (drawn += 1);
  const interval = bootstrapInterval(values, count, { random: seededRandom(1), resamples: 51 });
  expect(interval?.low).toBeCloseTo(1.25, 10);
  expect(interval?.high).toBeCloseTo(48.75, 10);
});

test("no interval below 20 cases, and none from samples without a value", () => {
  expect(bootstrapInterval(values.slice(0, 19), mean, settings(1))).toBeUndefined();
  expect(bootstrapInterval(values.slice(0, 20), mean, settings(1))).toBeDefined();
  expect(bootstrapInterval(values, () => Number.NaN, settings(1))).toBeUndefined();
  expect(bootstrapInterval(values, () => Infinity, settings(1))).toBeUndefined();
});

test("settings that make no sense", () => {
  const random = seededRandom(1);
  expect(() => bootstrapInterval(values, mean, { random, resamples: 0 })).toThrow(RangeError);
  expect(() => bootstrapInterval(values, mean, { random, confidence: 1 })).toThrow(RangeError);
});
