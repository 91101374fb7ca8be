import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { seededRandom } from "../../../platform/index.ts";
import { binomialProbability } from "../special/binomial.ts";
import { confidenceSequence } from "./confidence-sequence.ts";
import { settledVerdict } from "./settled-verdict.ts";
import { signEProcess } from "./sign-e-process.ts";
import { sprtBounds, sprtVerdict } from "./wald-sprt.ts";

const atLeast90 = (passed: number, total: number) => passed >= 0.9 * total;

test("50 cases and a floor of 90 %: the sixth failure settles it, so does the 45th pass", () => {
  expect(settledVerdict({ passed: 10, failed: 5, remaining: 35 }, atLeast90)).toBeUndefined();
  expect(settledVerdict({ passed: 10, failed: 6, remaining: 34 }, atLeast90)).toBe(false);
  expect(settledVerdict({ passed: 44, failed: 3, remaining: 3 }, atLeast90)).toBeUndefined();
  expect(settledVerdict({ passed: 45, failed: 0, remaining: 5 }, atLeast90)).toBe(true);
});

test("a settled verdict is that of the whole run, and a finished run is settled", () => {
  const outcomes = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(outcomes, fc.nat(40), (all, seen) => {
      const done = all.slice(0, seen);
      const passed = done.filter(Boolean).length;
      const progress = {
        passed,
        failed: done.length - passed,
        remaining: all.length - done.length,
      };
      const verdict = atLeast90(all.filter(Boolean).length, all.length);
      const settled = settledVerdict(progress, atLeast90);
      if (settled !== undefined || progress.remaining === 0) expect(settled).toBe(verdict);
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(() => settledVerdict({ passed: -1, failed: 0, remaining: 1 }, atLeast90)).toThrow(
    RangeError,
  );
});

test.each(values.confidenceSequence95Uniform)(
  "after $s passes and $f failures",
  ({ s, f, lo, hi }) => {
    const { low, high } = confidenceSequence(s, f);
    expect(low).toBeCloseTo(lo, 6);
    expect(high).toBeCloseTo(hi, 6);
  },
);

test("the sequence holds the rate, mirrors, and widens with confidence", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (passed, failed) => {
      const { low, high } = confidenceSequence(passed, failed);
      const rate = passed + failed === 0 ? 0.5 : passed / (passed + failed);
      expect(low).toBeLessThanOrEqual(rate);
      expect(high).toBeGreaterThanOrEqual(rate);
      expect(confidenceSequence(failed, passed).low).toBeCloseTo(1 - high, 9);
      expect(confidenceSequence(passed, failed, 0.99).low).toBeLessThanOrEqual(low);
    }),
    { seed: 1 },
  );
  expect(confidenceSequence(0, 0)).toEqual({ low: 0, high: 1 });
  expect(() => confidenceSequence(0.5, 0)).toThrow(RangeError);
});

test("looking after each of 300 cases, it misses the true rate in at most 5 % of the runs ever", () => {
  const random = seededRandom(5);
  const runs = 200;
  let missed = 0;
  for (let run = 0; run < runs; run += 1) {
    const counts = { passed: 0, failed: 0 };
    for (let look = 0; look < 300; look += 1) {
      counts[random.next() < 0.8 ? "passed" : "failed"] += 1;
      const { low, high } = confidenceSequence(counts.passed, counts.failed);
      if (low > 0.8 || high < 0.8) {
        missed += 1;
        break;
      }
    }
  }
  expect(missed).toBeLessThanOrEqual(0.05 * runs);
});

test.each(values.eProcess)("bets on $W wins, $L losses", ({ W, L, ...expected }) => {
  expect(signEProcess(W, L)).toBeCloseTo(expected.jeffreysTwoSided, 9);
  expect(signEProcess(W, L, "uniform")).toBeCloseTo(expected.uniformTwoSided, 9);
  expect(signEProcess(W, L, "uniform wins")).toBeCloseTo(expected.uniformOneSided, 9);
});

test("seven wins are the first that convince at 5 %", () => {
  expect(signEProcess(6, 0)).toBeLessThan(20);
  expect(signEProcess(7, 0)).toBeGreaterThan(20);
});

test.each(["jeffreys", "uniform", "uniform wins"] as const)(
  "where both sides are equally likely, the bet %s is fair at each step",
  (bet) => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (wins, losses) => {
        const next =
          (signEProcess(wins + 1, losses, bet) + signEProcess(wins, losses + 1, bet)) / 2;
        expect(next / signEProcess(wins, losses, bet)).toBeCloseTo(1, 8);
      }),
      { seed: 1 },
    );
    expect(signEProcess(0, 0, bet)).toBeCloseTo(1, 12);
    expect(() => signEProcess(-1, 0, bet)).toThrow(RangeError);
  },
);

const design = { lowRate: 0.8, highRate: 0.95, alpha: 0.05, beta: 0.2 };

test("Wald's bounds and steps", () => {
  const { high, low, perPass, perFail } = sprtBounds(design);
  expect(high).toBeCloseTo(2.772589, 6);
  expect(low).toBeCloseTo(-1.558145, 6);
  expect(perPass).toBeCloseTo(0.17185, 6);
  expect(perFail).toBeCloseTo(-1.386294, 6);
});

test.each([
  [16, 0, undefined],
  [17, 0, "high"],
  [0, 1, undefined],
  [0, 2, "low"],
  [24, 1, undefined],
  [25, 1, "high"],
] as const)("%i passes, %i fails", (passed, failed, verdict) => {
  expect(sprtVerdict({ passed, failed }, design)).toBe(verdict);
});

test("a bound that is met exactly is reached", () => {
  const even = { alpha: 0.2, beta: 0.2 };
  const halving = { ...even, lowRate: 0.5, highRate: 0.75 };
  expect(sprtVerdict({ passed: 0, failed: 1 }, halving)).toBeUndefined();
  expect(sprtVerdict({ passed: 0, failed: 2 }, halving)).toBe("low");
  const doubling = { ...even, lowRate: 0.25, highRate: 0.5 };
  expect(sprtVerdict({ passed: 1, failed: 0 }, doubling)).toBeUndefined();
  expect(sprtVerdict({ passed: 2, failed: 0 }, doubling)).toBe("high");
});

test("designs that make no sense", () => {
  expect(() => sprtBounds({ ...design, lowRate: 0.95 })).toThrow(RangeError);
  expect(() => sprtBounds({ ...design, alpha: 0 })).toThrow(RangeError);
  expect(() => sprtBounds({ ...design, alpha: 0.8 })).toThrow(RangeError);
  expect(() => sprtVerdict({ passed: -1, failed: 0 }, design)).toThrow(RangeError);
});

test("Wald's test errs as designed", () => {
  const random = seededRandom(11);
  const runs = 2000;
  const wrong = { low: 0, high: 0 };
  for (let run = 0; run < runs; run += 1) {
    if (verdictAt(0.8) === "high") wrong.low += 1;
    if (verdictAt(0.95) === "low") wrong.high += 1;
  }
  expect(wrong.low / runs).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / runs));
  expect(wrong.high / runs).toBeLessThan(0.2 + 2 * Math.sqrt((0.2 * 0.8) / runs));

  function verdictAt(rate: number): "high" | "low" {
    const counts = { passed: 0, failed: 0 };
    for (;;) {
      counts[random.next() < rate ? "passed" : "failed"] += 1;
      const verdict = sprtVerdict(counts, design);
      if (verdict) return verdict;
    }
  }
});

test("stopping at 20 raises a false alarm in at most 5 % of 200 pairs, all ways enumerated", () => {
  // Chances of the wins so far of runs that have not been stopped.
  let going = new Map([[0, 1]]);
  let stopped = 0;
  for (let pairs = 1; pairs <= 200; pairs += 1) {
    const next = new Map<number, number>();
    for (const [wins, chance] of going) {
      for (const more of [0, 1]) {
        next.set(wins + more, (next.get(wins + more) ?? 0) + chance / 2);
      }
    }
    for (const [wins, chance] of next) {
      if (signEProcess(wins, pairs - wins) < 20) continue;
      stopped += chance;
      next.delete(wins);
    }
    going = next;
  }
  expect(stopped).toBeGreaterThan(0.01);
  expect(stopped).toBeLessThan(0.05);
  expect(binomialProbability(7, { n: 7, p: 0.5 }) * 2).toBeLessThan(stopped);
});
