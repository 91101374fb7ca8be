import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { mean } from "../mean.ts";
import type { PassCount } from "../pass-count.ts";
import { flakeOrRegression } from "./flake-or-regression.ts";
import { passAtK } from "./pass-at-k.ts";
import { passHatK } from "./pass-hat-k.ts";
import { trialVariance } from "./trial-variance.ts";
import { trialsNeeded } from "./trials-needed.ts";

const suite: readonly PassCount[] = [5, 4, 5, 0, 3, 5, 2, 5].map((passed) => ({
  passed,
  total: 5,
}));

test.each(values.passHat)("$c of $n trials, k = $k", ({ n, c, k, ...expected }) => {
  expect(passHatK({ passed: c, total: n }, k)).toBeCloseTo(expected.passHatK, 12);
  expect(passAtK({ passed: c, total: n }, k)).toBeCloseTo(expected.passAtK, 12);
});

test("the mean over a suite", () => {
  const all = (measure: typeof passHatK, k: number) =>
    mean(suite.map((trials) => measure(trials, k) ?? Number.NaN));
  expect(all(passHatK, 1)).toBeCloseTo(0.725, 12);
  expect(all(passHatK, 2)).toBeCloseTo(0.625, 12);
  expect(all(passHatK, 3)).toBeCloseTo(0.5625, 12);
  expect(all(passHatK, 5)).toBeCloseTo(0.5, 12);
  expect(all(passAtK, 3)).toBeCloseTo(0.8625, 12);
});

test("they are the shares of all ways to take k trials that all pass, that have one that passes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
      fc.nat(8),
      (trials, less) => {
        const k = Math.max(1, trials.length - less);
        const count = { passed: trials.filter(Boolean).length, total: trials.length };
        const taking = (bits: number) => trials.filter((_, place) => bits & (1 << place));
        const takes = Array.from({ length: 2 ** trials.length }, (_, bits) => taking(bits)).filter(
          (taken) => taken.length === k,
        );
        const all = takes.filter((taken) => taken.every(Boolean)).length / takes.length;
        const any = takes.filter((taken) => taken.some(Boolean)).length / takes.length;
        expect(passHatK(count, k)).toBeCloseTo(all, 10);
        expect(passAtK(count, k)).toBeCloseTo(any, 10);
      },
    ),
    { seed: 1 },
  );
});

test("fewer trials than k tell nothing", () => {
  expect(passHatK({ passed: 2, total: 2 }, 3)).toBeUndefined();
  expect(passAtK({ passed: 2, total: 2 }, 3)).toBeUndefined();
  expect(passHatK({ passed: 0, total: 0 }, 1)).toBeUndefined();
  expect(() => passHatK({ passed: 1, total: 2 }, 0)).toThrow(RangeError);
  expect(() => passHatK({ passed: 3, total: 2 }, 1)).toThrow(RangeError);
});

test("the variance within cases and between them", () => {
  const variance = trialVariance(suite)!;
  expect(variance.within).toBeCloseTo(0.1, 12);
  expect(variance.between).toBeCloseTo(0.116429, 6);
  expect(variance.standardError).toBeCloseTo(0.130589, 6);
  expect(variance.trialsShare).toBeCloseTo(0.02 / 0.136429, 5);
});

test("cases that are alike vary within only, decided ones between only", () => {
  const alike = trialVariance(
    Array.from({ length: 6 }, (_, place) => ({ passed: 2 + (place % 2), total: 5 })),
  );
  expect(alike).toMatchObject({ between: 0, trialsShare: 1 });
  const decided = trialVariance([0, 5, 5, 5].map((passed) => ({ passed, total: 5 })));
  expect(decided).toMatchObject({ within: 0, trialsShare: 0 });
  expect(
    trialVariance([5, 5].map((passed) => ({ passed, total: 5 })))?.trialsShare,
  ).toBeUndefined();
  expect(trialVariance([{ passed: 1, total: 5 }])).toBeUndefined();
  expect(
    trialVariance([
      { passed: 1, total: 5 },
      { passed: 1, total: 1 },
    ]),
  ).toBeUndefined();
});

test.each([
  [5, 5, 2, 5, 0.0833, "flake"],
  [5, 5, 1, 5, 0.0238, "regression"],
  [10, 10, 6, 10, 0.0433, "regression"],
  [10, 10, 5, 10, 0.0163, "regression"],
  [3, 3, 0, 3, 0.05, "regression"],
  [3, 3, 1, 3, 0.2, "flake"],
  [2, 3, 0, 3, 0.2, "flake"],
  [1, 1, 0, 1, 0.5, "undecided"],
  [2, 2, 0, 2, 1 / 6, "undecided"],
  [0, 3, 0, 3, 1, "not worse"],
  [2, 3, 3, 3, 1, "not worse"],
  [2, 4, 1, 2, 0.8, "not worse"],
  [0, 0, 0, 3, 1, "not worse"],
] as const)("%i/%i before, %i/%i now", (...[passed, total, passedNow, totalNow, p, verdict]) => {
  const change = flakeOrRegression({ passed, total }, { passed: passedNow, total: totalNow });
  expect(change.p).toBeCloseTo(p, 4);
  expect(change.verdict).toBe(verdict);
});

test("a stricter level asks for more", () => {
  const before = { passed: 5, total: 5 };
  expect(flakeOrRegression(before, { passed: 1, total: 5 }, 0.01).verdict).toBe("flake");
  expect(() => flakeOrRegression(before, before, 0)).toThrow(RangeError);
});

test.each([
  [0.5, 5],
  [0.8, 14],
  [0.9, 29],
  [0.95, 59],
  [0.99, 299],
])("a case that passes at %f shows a failure in %i trials", (passRate, trials) => {
  expect(trialsNeeded(passRate)).toBe(trials);
  expect(1 - passRate ** trials).toBeGreaterThanOrEqual(0.95);
  expect(1 - passRate ** (trials - 1)).toBeLessThan(0.95);
});

test("a whole number but for rounding is not raised", () => {
  expect(trialsNeeded(0.1, 0.9)).toBe(1);
  expect(trialsNeeded(0.8, 0.36)).toBe(2);
  expect(trialsNeeded(0.01, 0.5)).toBe(1);
  expect(() => trialsNeeded(1)).toThrow(RangeError);
});
