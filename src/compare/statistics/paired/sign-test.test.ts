import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { binomialProbability } from "../special/binomial.ts";
import { mcnemarTest } from "./mcnemar-test.ts";
import { signTest } from "./sign-test.ts";

test.each(values.mcnemar)("McNemar with $b and $c cases that differ", ({ b, c, exact, midp }) => {
  const { twoSided } = mcnemarTest({ bothPass: 20, onlyA: b, onlyB: c, bothFail: 5 });
  expect(twoSided.exact).toBeCloseTo(exact, 12);
  expect(twoSided.midP).toBeCloseTo(midp, 12);
});

test.each(values.pairwise)("signs of $W against $L", ({ W, L, signExact, signMid }) => {
  const { twoSided } = signTest(W, L);
  expect(twoSided.exact).toBeCloseTo(signExact, 12);
  expect(twoSided.midP).toBeCloseTo(signMid, 12);
});

test("one side", () => {
  // 1 + 10 ways of 2¹⁰, of the observed split's 10 only half
  expect(signTest(9, 1).oneSided.exact).toBeCloseTo(11 / 1024, 14);
  expect(signTest(9, 1).oneSided.midP).toBeCloseTo(6 / 1024, 14);
  expect(signTest(1, 9).oneSided.exact).toBeCloseTo(1023 / 1024, 14);
  const mcnemar = mcnemarTest({ bothPass: 0, onlyA: 9, onlyB: 1, bothFail: 0 });
  expect(mcnemar.worse).toEqual(signTest(9, 1).oneSided);
  expect(mcnemar.better).toEqual(signTest(1, 9).oneSided);
});

test("mid-p is at most exact, both turn with the sides, one-sided mid-p of both sides sum to 1", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (more, fewer) => {
      const there = signTest(more, fewer);
      const back = signTest(fewer, more);
      expect(there.twoSided.midP).toBeLessThanOrEqual(there.twoSided.exact);
      expect(there.oneSided.midP).toBeLessThanOrEqual(there.oneSided.exact);
      expect(there.twoSided.midP).toBeGreaterThanOrEqual(0);
      expect(back.twoSided).toEqual(there.twoSided);
      if (more + fewer > 0) expect(there.oneSided.midP + back.oneSided.midP).toBeCloseTo(1, 10);
      expect(signTest(more + 1, fewer).oneSided.exact).toBeLessThanOrEqual(
        there.oneSided.exact + 1e-12,
      );
    }),
    { seed: 1 },
  );
});

test("nothing that differs shows nothing", () => {
  expect(signTest(0, 0).oneSided).toEqual({ exact: 1, midP: 1 });
  expect(() => signTest(-1, 0)).toThrow(RangeError);
  expect(() => mcnemarTest({ bothPass: 0.5, onlyA: 0, onlyB: 0, bothFail: 0 })).toThrow(RangeError);
});

// Enumerated: cases that differ with chance ψ, B better by D; how often p is at most 5 %.
test.each([
  { n: 50, psi: 0.2, d: 0, exact: 0.022, midP: 0.041 },
  { n: 30, psi: 0.2, d: 0, exact: 0.013, midP: 0.031 },
  { n: 100, psi: 0.2, d: 0.1, exact: 0.544, midP: 0.618 },
])("$n cases, ψ $psi, D $d", ({ n, psi, d, exact, midP }) => {
  const rejected = { exact: 0, midP: 0 };
  for (let differ = 0; differ <= n; differ += 1) {
    const some = binomialProbability(differ, { n, p: psi });
    for (let onlyB = 0; onlyB <= differ; onlyB += 1) {
      const chance = some * binomialProbability(onlyB, { n: differ, p: (1 + d / psi) / 2 });
      const { twoSided } = signTest(onlyB, differ - onlyB);
      if (twoSided.exact <= 0.05) rejected.exact += chance;
      if (twoSided.midP <= 0.05) rejected.midP += chance;
    }
  }
  expect(Math.abs(rejected.exact - exact)).toBeLessThan(0.0006);
  expect(Math.abs(rejected.midP - midP)).toBeLessThan(0.0006);
});

// The alarm of a regression gate at one-sided 5 %, and how often it finds 10 points lost.
// Enumerated; about 0.046 in an earlier simulation where it is 0.048 here.
test.each([
  { n: 30, psi: 0.15, d: 0, alarm: 0.028 },
  { n: 100, psi: 0.15, d: 0, alarm: 0.048 },
  { n: 30, psi: 0.2, d: -0.1, alarm: 0.276 },
  { n: 100, psi: 0.2, d: -0.1, alarm: 0.743 },
])("one-sided gate on $n cases, ψ $psi, D $d", ({ n, psi, d, alarm }) => {
  let rejected = 0;
  for (let differ = 0; differ <= n; differ += 1) {
    const some = binomialProbability(differ, { n, p: psi });
    for (let onlyB = 0; onlyB <= differ; onlyB += 1) {
      const chance = some * binomialProbability(onlyB, { n: differ, p: (1 + d / psi) / 2 });
      if (signTest(differ - onlyB, onlyB).oneSided.midP <= 0.05) rejected += chance;
    }
  }
  expect(Math.abs(rejected - alarm)).toBeLessThan(0.0006);
});
