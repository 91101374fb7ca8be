import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pairOutcomes } from "./pair-outcomes.ts";
import { pairCount, passCounts, rateDifference } from "./paired-outcomes.ts";

test("counts what both, one and none pass", () => {
  const { complete, missing } = pairOutcomes([
    { a: true, b: true },
    { a: true, b: true },
    { a: true, b: false },
    { a: false, b: true },
    { a: false, b: true },
    { a: false, b: true },
    { a: false, b: false },
  ]);
  expect(complete).toEqual({ bothPass: 2, onlyA: 1, onlyB: 3, bothFail: 1 });
  expect(missing).toBe(0);
  expect(pairCount(complete)).toBe(7);
  expect(rateDifference(complete)).toBeCloseTo(2 / 7, 14);
  expect(passCounts(complete)).toEqual({ a: { passed: 3, total: 7 }, b: { passed: 5, total: 7 } });
});

test("what is missing is left out, and filled in against B and for B", () => {
  const counted = pairOutcomes([
    { a: true, b: undefined },
    { a: undefined, b: true },
    { a: undefined, b: undefined },
    { a: false, b: false },
  ]);
  expect(counted.complete).toEqual({ bothPass: 0, onlyA: 0, onlyB: 0, bothFail: 1 });
  expect(counted.missing).toBe(3);
  expect(counted.worst).toEqual({ bothPass: 1, onlyA: 2, onlyB: 0, bothFail: 1 });
  expect(counted.best).toEqual({ bothPass: 1, onlyA: 0, onlyB: 2, bothFail: 1 });
});

test("whatever is missing, the difference lies between worst and best", () => {
  const outcome = fc.constantFrom(true, false, undefined);
  const cases = fc.array(fc.record({ a: outcome, b: outcome, truth: fc.boolean() }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(cases, (known) => {
      const counted = pairOutcomes(known);
      const filled = pairOutcomes(
        known.map(({ a, b, truth }) => ({ a: a ?? truth, b: b ?? !truth })),
      ).complete;
      expect(pairCount(counted.worst)).toBe(known.length);
      expect(rateDifference(counted.worst)).toBeLessThanOrEqual(rateDifference(filled));
      expect(rateDifference(counted.best)).toBeGreaterThanOrEqual(rateDifference(filled));
    }),
    { seed: 1 },
  );
});

test("no pairs have no difference, half a pair is an error", () => {
  expect(rateDifference(pairOutcomes([]).complete)).toBeNaN();
  expect(() => pairCount({ bothPass: 0.5, onlyA: 0, onlyB: 0, bothFail: 0 })).toThrow(RangeError);
});
