import { expect, test } from "vitest";
import { seededRandom } from "../../../platform/index.ts";
import { lengthControlledWinRate } from "./length-controlled-win-rate.ts";
import { type JudgedLengths, lengthStrata } from "./length-strata.ts";

test("pairs apart by which answer is longer; within a tenth they are similar", () => {
  const none = { wins: 0, losses: 0, ties: 0 };
  expect(
    lengthStrata([
      { preference: "b", lengthA: 100, lengthB: 200 },
      { preference: "tie", lengthA: 100, lengthB: 200 },
      { preference: "b", lengthA: 90, lengthB: 100 },
      { preference: "a", lengthA: 100, lengthB: 89 },
      { preference: "a", lengthA: 0, lengthB: 0 },
    ]),
  ).toEqual({
    longer: { wins: 1, losses: 0, ties: 1 },
    similar: { wins: 1, losses: 1, ties: 0 },
    shorter: { wins: 0, losses: 1, ties: 0 },
  });
  expect(lengthStrata([])).toEqual({ longer: none, similar: none, shorter: none });
  expect(() => lengthStrata([{ preference: "a", lengthA: -1, lengthB: 2 }])).toThrow(RangeError);
});

/** A judge that prefers B by `better`, and the longer answer by `bias`, both on the log-odds scale. */
function judged(count: number, better: number, bias: number): JudgedLengths[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const lengthA = 100 + 100 * random.next();
    const lengthB = 100 + 160 * random.next();
    const odds = better + (bias * (lengthB - lengthA)) / 50;
    const preference = random.next() < 1 / (1 + Math.exp(-odds)) ? "b" : "a";
    return { preference, lengthA, lengthB };
  });
}

test("a preference for length alone goes away, one for the answer stays", () => {
  const winRate = (pairs: readonly JudgedLengths[]) =>
    pairs.filter(({ preference }) => preference === "b").length / pairs.length;
  const lengthOnly = judged(4000, 0, 1);
  expect(winRate(lengthOnly)).toBeGreaterThan(0.57);
  expect(Math.abs(lengthControlledWinRate(lengthOnly)! - 0.5)).toBeLessThan(0.03);
  const better = judged(4000, 1, 0);
  expect(lengthControlledWinRate(better)).toBeCloseTo(1 / (1 + Math.exp(-1)), 1);
});

test("ties are half a win; lengths that do not vary change nothing", () => {
  const pairs = Array.from({ length: 100 }, (_, place) => ({
    preference: (["b", "tie"] as const)[place % 2]!,
    lengthA: 10,
    lengthB: 20,
  }));
  expect(lengthControlledWinRate(pairs)).toBeCloseTo(0.75, 12);
  const varied = pairs.map((pair, place) => ({ ...pair, lengthB: place % 4 < 2 ? 5 : 15 }));
  expect(lengthControlledWinRate(varied)).toBeCloseTo(0.75, 12);
});

test("below 100 pairs, and where length decides all, there is no rate", () => {
  expect(lengthControlledWinRate(judged(99, 0, 1))).toBeUndefined();
  const separated = judged(200, 0, 1).map((pair) => ({
    ...pair,
    preference: pair.lengthB > pair.lengthA ? ("b" as const) : ("a" as const),
  }));
  expect(lengthControlledWinRate(separated)).toBeUndefined();
});
