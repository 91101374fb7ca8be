import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { detectableDifference, pairedPower, pairsNeeded } from "./paired-rates.ts";
import { detectableScoreDifference, scoredCasesNeeded } from "./scored-cases.ts";
import { unpairedCasesNeeded } from "./unpaired-cases-needed.ts";

for (const row of values.samplesize) {
  test(`${row.method} ${JSON.stringify(row)}`, () => {
    const { psi, delta, power, alpha, p1, p2, n } = row;
    const needed =
      p1 === undefined
        ? pairsNeeded({ difference: delta, discordance: psi }, { alpha, power })
        : unpairedCasesNeeded({ a: p1, b: p2 });
    expect(needed).toBeCloseTo(n, p1 === undefined ? 8 : 4);
  });
}

// At 5 % and 80 %, by the share of cases that differ: 0.1, 0.2, 0.3, 0.4.
test.each([
  [20, [undefined, undefined, undefined, 0.373]],
  [30, [undefined, undefined, 0.269, 0.311]],
  [50, [undefined, 0.173, 0.212, 0.245]],
  [100, [0.088, 0.124, 0.152, 0.175]],
  [200, [0.062, 0.088, 0.108, 0.125]],
  [400, [0.044, 0.063, 0.077, 0.088]],
] as const)("what %i pairs can find", (pairs, differences) => {
  for (const [place, expected] of differences.entries()) {
    const found = detectableDifference((place + 1) / 10, pairs);
    expect(found === undefined).toBe(expected === undefined);
    // The table was searched in steps of 0.0005 and then rounded.
    expect(Math.abs((found ?? 0) - (expected ?? 0))).toBeLessThan(0.0006);
  }
});

const expected = fc
  .tuple(
    fc.double({ min: 0.02, max: 1, noNaN: true }),
    fc.double({ min: 0.05, max: 0.99, noNaN: true }),
  )
  .map(([discordance, share]) => ({ discordance, difference: share * discordance }));

test("size, power and detectable difference agree; more power and a stricter level take more", () => {
  fc.assert(
    fc.property(expected, fc.double({ min: 0.55, max: 0.99, noNaN: true }), (effect, power) => {
      const needed = pairsNeeded(effect, { power });
      fc.pre(needed > 5 && needed < 1e6);
      const pairs = Math.ceil(needed);
      expect(pairedPower(effect, pairs)).toBeGreaterThanOrEqual(power - 1e-9);
      expect(pairedPower(effect, pairs - 1)).toBeLessThanOrEqual(power + 1e-9);
      expect(detectableDifference(effect.discordance, pairs, { power })).toBeLessThanOrEqual(
        effect.difference * (1 + 1e-9),
      );
      expect(pairsNeeded({ ...effect, difference: -effect.difference }, { power })).toBe(needed);
      expect(pairsNeeded(effect, { power: (1 + power) / 2 })).toBeGreaterThan(needed);
      expect(pairsNeeded(effect, { power, alpha: 0.01 })).toBeGreaterThan(needed);
    }),
    { seed: 1 },
  );
});

test("where every case differs the same way, a few are enough", () => {
  expect(pairedPower({ difference: 1, discordance: 1 }, 4)).toBe(1);
  expect(pairedPower({ difference: 1, discordance: 1 }, 3)).toBe(0);
  expect(pairsNeeded({ difference: 1, discordance: 1 })).toBeCloseTo(1.959963985 ** 2, 6);
});

test("the power of 100 pairs, near its enumerated value", () => {
  expect(pairedPower({ difference: 0.1, discordance: 0.2 }, 100)).toBeCloseTo(0.618, 1);
  expect(pairedPower({ difference: 0.1, discordance: 0.2 }, 155)).toBeCloseTo(0.801, 3);
});

const miller = { betweenCases: 1 / 9, withinA: 1 / 6, withinB: 1 / 6 };

test("scores", () => {
  expect(scoredCasesNeeded(0.03, miller)).toBeCloseTo(3875.99, 2);
  expect(scoredCasesNeeded(0.03, { ...miller, trialsA: 10, trialsB: 10 })).toBeCloseTo(1259.7, 2);
  expect(scoredCasesNeeded(0.5, { betweenCases: 1 })).toBeCloseTo(31.4, 1);
  expect(detectableScoreDifference(3876, miller)).toBeCloseTo(0.03, 5);
  expect(detectableScoreDifference(0, miller)).toBe(Infinity);
});

test("what makes no sense", () => {
  for (const difference of [0, 0.3, Number.NaN]) {
    expect(() => pairsNeeded({ difference, discordance: 0.2 })).toThrow(RangeError);
  }
  expect(() => pairsNeeded({ difference: 0.1, discordance: 1.2 })).toThrow(RangeError);
  expect(() => pairsNeeded({ difference: 0.1, discordance: 0.2 }, { power: 1 })).toThrow(
    RangeError,
  );
  expect(() => pairedPower({ difference: 0.1, discordance: 0.2 }, 1.5)).toThrow(RangeError);
  expect(() => detectableDifference(0, 10)).toThrow(RangeError);
  expect(() => unpairedCasesNeeded({ a: 0.5, b: 0.5 })).toThrow(RangeError);
  expect(() => unpairedCasesNeeded({ a: 0.5, b: 1.5 })).toThrow(RangeError);
  expect(() => scoredCasesNeeded(0, miller)).toThrow(RangeError);
  expect(() => scoredCasesNeeded(1, { betweenCases: -1 })).toThrow(RangeError);
  expect(() => scoredCasesNeeded(1, { ...miller, trialsA: 0 })).toThrow(RangeError);
  expect(() => detectableScoreDifference(-1, miller)).toThrow(RangeError);
});
