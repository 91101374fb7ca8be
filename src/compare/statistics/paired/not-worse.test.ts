import * as fc from "fast-check";
import { expect, test } from "vitest";
import { notWorsePassRate } from "./not-worse-pass-rate.ts";
import { notWorseScore } from "./not-worse-score.ts";
import { notWorseVerdict } from "./not-worse-verdict.ts";

test.each([
  [6, 4, 100, 0.1, 2.145885, 0.015941, -0.078256, "pass"],
  [6, 4, 100, 0.05, 0.905992, 0.18247, -0.078256, "inconclusive"],
  [3, 3, 50, 0.1, 1.760327, 0.039176, -0.092081, "pass"],
  [5, 2, 50, 0.1, 0.725369, 0.234113, -0.159557, "inconclusive"],
  [0, 0, 30, 0.1, 1.825742, 0.033945, -0.082724, "pass"],
  [0, 0, 20, 0.1, 1.490712, 0.068019, -0.119158, "inconclusive"],
  [10, 8, 200, 0.05, 1.749271, 0.040122, -0.047346, "pass"],
] as const)(
  "%i only A, %i only B of %i, margin %f",
  (...[onlyA, onlyB, n, margin, z, p, low, verdict]) => {
    const outcomes = { bothPass: n - onlyA - onlyB, onlyA, onlyB, bothFail: 0 };
    const result = notWorsePassRate(outcomes, { margin });
    expect(result.z).toBeCloseTo(z, 6);
    expect(result.p).toBeCloseTo(p, 6);
    expect(result.interval?.low).toBeCloseTo(low, 6);
    expect(result).toMatchObject({ verdict, worse: false });
  },
);

// Without any case that differs.
test.each([
  [0.1, 25],
  [0.05, 52],
  [0.02, 133],
])("a margin of %f takes %i cases", (margin, cases) => {
  const alike = (bothPass: number) => ({ bothPass, onlyA: 0, onlyB: 0, bothFail: 0 });
  expect(notWorsePassRate(alike(cases), { margin }).verdict).toBe("pass");
  expect(notWorsePassRate(alike(cases - 1), { margin }).verdict).toBe("inconclusive");
});

test("worse by more than the margin fails; worse within it passes and says so", () => {
  const far = { bothPass: 60, onlyA: 38, onlyB: 2, bothFail: 0 };
  expect(notWorsePassRate(far, { margin: 0.1 })).toMatchObject({ verdict: "fail", worse: true });
  const near = { bothPass: 960, onlyA: 35, onlyB: 5, bothFail: 0 };
  expect(notWorsePassRate(near, { margin: 0.1 })).toMatchObject({ verdict: "pass", worse: true });
});

test("the verdict passes exactly where p is below the level", () => {
  const counts = fc.record({
    bothPass: fc.nat(80),
    onlyA: fc.nat(20),
    onlyB: fc.nat(20),
    bothFail: fc.nat(20),
  });
  fc.assert(
    fc.property(counts, fc.constantFrom(0.02, 0.05, 0.1, 0.2), (outcomes, margin) => {
      const { verdict, p } = notWorsePassRate(outcomes, { margin });
      fc.pre(Math.abs(p - 0.05) > 1e-6);
      expect(verdict === "pass").toBe(p < 0.05);
    }),
    { seed: 1, numRuns: 300 },
  );
});

/** Differences with exactly that mean and standard deviation. */
function differencesOf(mean: number, deviation: number, n: number): number[] {
  const step = deviation * Math.sqrt((n - 1) / n);
  return Array.from({ length: n }, (_, place) => mean + (place % 2 === 0 ? step : -step));
}

test("scores: the one-sided t test against the margin", () => {
  const result = notWorseScore(differencesOf(-0.01, 0.15, 40), { margin: 0.05 });
  expect(result.t).toBeCloseTo(1.686548, 6);
  expect(result.p).toBeCloseTo(0.049838, 6);
  expect(result.mean).toBeCloseTo(-0.01, 12);
  expect(result).toMatchObject({ verdict: "pass", worse: false });
});

test("scores: fail, inconclusive, and nothing to tell from", () => {
  const settings = { margin: 0.05 };
  expect(notWorseScore(differencesOf(-0.3, 0.15, 40), settings)).toMatchObject({
    verdict: "fail",
    worse: true,
  });
  expect(notWorseScore(differencesOf(-0.05, 0.15, 40), settings).verdict).toBe("inconclusive");
  for (const nothing of [[], [0], [0, 0, 0]]) {
    expect(notWorseScore(nothing, settings)).toMatchObject({
      verdict: "inconclusive",
      interval: undefined,
      t: undefined,
      p: undefined,
    });
  }
});

test("an interval that ends at the margin decides nothing", () => {
  expect(notWorseVerdict({ low: -0.1, high: 0.1 }, 0.1)).toBe("inconclusive");
  expect(notWorseVerdict({ low: -0.3, high: -0.1 }, 0.1)).toBe("inconclusive");
  expect(notWorseVerdict(undefined, 0.1)).toBe("inconclusive");
});

test("no cases are inconclusive; margins and confidences that make no sense are errors", () => {
  const none = { bothPass: 0, onlyA: 0, onlyB: 0, bothFail: 0 };
  expect(notWorsePassRate(none, { margin: 0.1 })).toMatchObject({
    verdict: "inconclusive",
    interval: undefined,
    p: 0.5,
  });
  for (const margin of [0, -0.1, 1.1, Number.NaN]) {
    expect(() => notWorsePassRate(none, { margin })).toThrow(RangeError);
  }
  expect(() => notWorsePassRate(none, { margin: 0.1, confidence: 0.5 })).toThrow(RangeError);
  expect(() => notWorseScore([], { margin: 0 })).toThrow(RangeError);
  expect(() => notWorseScore([], { margin: 0.1, confidence: 0.4 })).toThrow(RangeError);
});
