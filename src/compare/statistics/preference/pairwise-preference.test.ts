import * as fc from "fast-check";
import { expect, test } from "vitest";
import values from "../../../../fixtures/statistics/values.json" with { type: "json" };
import { wilsonInterval } from "../wilson-interval.ts";
import { pairwisePreference } from "./pairwise-preference.ts";

test.each(values.pairwise)("$W wins, $L losses, $T ties", ({ W, L, T, ...expected }) => {
  const result = pairwisePreference({ wins: W, losses: L, ties: T })!;
  expect(result.net).toBeCloseTo(expected.net, 12);
  expect(result.winRate).toBeCloseTo(expected.winRate, 12);
  expect(result.p.exact).toBeCloseTo(expected.signExact, 12);
  expect(result.p.midP).toBeCloseTo(expected.signMid, 12);
  expect(result.winRateInterval.low).toBeCloseTo(expected.winRateCI95[0]!, 9);
  expect(result.winRateInterval.high).toBeCloseTo(expected.winRateCI95[1]!, 9);
  expect(result.netInterval.low).toBeCloseTo(2 * expected.winRateCI95[0]! - 1, 9);
});

test("without ties the interval of the win rate is Wilson's", () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.nat(200),
      fc.constantFrom(0.9, 0.95, 0.99),
      (wins, losses, sure) => {
        fc.pre(wins + losses > 0);
        const { winRateInterval } = pairwisePreference({ wins, losses, ties: 0 }, sure)!;
        const wilson = wilsonInterval(wins, wins + losses, sure)!;
        expect(winRateInterval.low).toBeCloseTo(wilson.low, 9);
        expect(winRateInterval.high).toBeCloseTo(wilson.high, 9);
      },
    ),
    { seed: 1 },
  );
});

test("more ties draw the win rate to the middle; sides turn", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (wins, losses, ties) => {
      fc.pre(wins + losses > 0);
      const few = pairwisePreference({ wins, losses, ties })!;
      const more = pairwisePreference({ wins, losses, ties: ties + 1 })!;
      expect(Math.abs(more.net)).toBeLessThanOrEqual(Math.abs(few.net));
      const turned = pairwisePreference({ wins: losses, losses: wins, ties })!;
      expect(turned.winRate + few.winRate).toBeCloseTo(1, 12);
      expect(turned.winRateInterval.low + few.winRateInterval.high).toBeCloseTo(1, 9);
    }),
    { seed: 1 },
  );
});

test("no judgments prefer nothing", () => {
  expect(pairwisePreference({ wins: 0, losses: 0, ties: 0 })).toBeUndefined();
  expect(() => pairwisePreference({ wins: -1, losses: 0, ties: 0 })).toThrow(RangeError);
});
