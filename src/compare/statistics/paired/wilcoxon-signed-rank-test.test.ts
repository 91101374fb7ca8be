import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { hodgesLehmann } from "./hodges-lehmann.ts";
import { rankedSizes } from "./ranked-sizes.ts";
import { wilcoxonSignedRankTest } from "./wilcoxon-signed-rank-test.ts";

test.each(values.wilcoxonExact)(
  "$name",
  ({ x, y, Wplus, p_two, p_greater, hodgesLehmann: middle }) => {
    const differences = x.map((value, place) => value - y[place]!);
    const result = wilcoxonSignedRankTest(differences);
    expect(result.positiveRanks).toBe(Wplus);
    expect(result.twoSided).toBeCloseTo(p_two, 14);
    expect(result.higher).toBeCloseTo(p_greater, 14);
    expect(result.exact).toBe(true);
    expect(hodgesLehmann(differences)).toBeCloseTo(middle, 12);
  },
);

test("Darwin's maize", () => {
  expect(wilcoxonSignedRankTest(values.signFlip[0]!.d).twoSided).toBeCloseTo(0.041259766, 9);
});

const tied = [0.2, 0, 0.1, -0.1, 0.3, 0, 0.4, 0.2, -0.2, 0.1, 0.5, 0];

test("ties and zeros: dropped before ranking, or ranked and then dropped", () => {
  const dropped = wilcoxonSignedRankTest(tied, "dropped");
  expect(dropped.positiveRanks).toBe(38);
  expect(dropped.twoSided).toBeCloseTo(0.08203125, 12);
  const pratt = wilcoxonSignedRankTest(tied);
  expect(pratt.positiveRanks).toBe(59);
  expect(pratt.twoSided).toBeCloseTo(0.0859375, 12);
});

test("ranks of sizes that differ by rounding alone are tied", () => {
  expect(rankedSizes([0.3 - 0.2, 0, -0.1, 0.5], "dropped")).toEqual([
    { positive: true, rank: 1.5 },
    { positive: false, rank: 1.5 },
    { positive: true, rank: 3 },
  ]);
  expect(rankedSizes([2, 0, 0], "pratt")).toEqual([{ positive: true, rank: 3 }]);
});

test("latencies' log-ratios", () => {
  const { A, B, wilcoxonP } = values.logRatio[0]!;
  const logs = A.map((a, place) => Math.log(B[place]! / a));
  expect(wilcoxonSignedRankTest(logs).twoSided).toBeCloseTo(wilcoxonP, 12);
});

test("the exact distribution is that of all signs, sides turn, order does not matter", () => {
  const differences = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 9 });
  fc.assert(
    fc.property(differences, fc.constantFrom("pratt", "dropped"), (numbers, zeros) => {
      const result = wilcoxonSignedRankTest(numbers, zeros);
      const ranks = rankedSizes(numbers, zeros).map(({ rank }) => rank);
      let atLeast = 0;
      for (let signs = 0; signs < 2 ** ranks.length; signs += 1) {
        const total = ranks.reduce((all, rank, bit) => all + (signs & (1 << bit) ? rank : 0), 0);
        if (total >= result.positiveRanks) atLeast += 1;
      }
      expect(result.higher).toBeCloseTo(atLeast / 2 ** ranks.length, 12);
      const turned = wilcoxonSignedRankTest(
        numbers.map((number) => -number),
        zeros,
      );
      expect(turned.higher).toBeCloseTo(result.lower, 12);
      expect(wilcoxonSignedRankTest(numbers.toReversed(), zeros)).toEqual(result);
    }),
    { seed: 1 },
  );
});

test("beyond 200 differences the normal distribution takes over without a jump", () => {
  const numbers = Array.from({ length: 200 }, (_, place) => (place % 9 < 5 ? 1 : -1) * (place + 2));
  const normal = wilcoxonSignedRankTest([...numbers, 1]);
  const exact = wilcoxonSignedRankTest(numbers);
  expect([normal.exact, exact.exact]).toEqual([false, true]);
  expect(Math.abs(normal.twoSided - exact.twoSided)).toBeLessThan(0.005);
  expect(exact.twoSided).toBeGreaterThan(0.05);
  expect(normal.higher + normal.lower).toBeCloseTo(1, 12);
});

test("nothing that differs shows nothing", () => {
  expect(wilcoxonSignedRankTest([])).toMatchObject({ twoSided: 1, higher: 1, lower: 1 });
  expect(wilcoxonSignedRankTest([0, 0])).toMatchObject({ positiveRanks: 0, twoSided: 1 });
  expect(() => wilcoxonSignedRankTest([Number.NaN])).toThrow(RangeError);
});

test("the Hodges-Lehmann estimate is the median of all pair means", () => {
  const differences = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(differences, (numbers) => {
      const means = numbers.flatMap((one, place) =>
        numbers.slice(place).map((other) => (one + other) / 2),
      );
      const sorted = means.toSorted((a, b) => a - b);
      const below = sorted[Math.ceil(sorted.length / 2) - 1]!;
      const above = sorted[Math.floor(sorted.length / 2)]!;
      expect(hodgesLehmann(numbers)).toBe((below + above) / 2);
    }),
    { seed: 1 },
  );
  expect(hodgesLehmann([])).toBeUndefined();
});
