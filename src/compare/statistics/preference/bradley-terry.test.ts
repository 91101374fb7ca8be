import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bradleyTerry } from "./bradley-terry.ts";

test("two systems: the ratio of their strengths is that of their wins", () => {
  const [first, second] = bradleyTerry([
    [0, 9],
    [4, 0],
  ])!;
  expect(first! / second!).toBeCloseTo(9 / 4, 10);
  expect(first! * second!).toBeCloseTo(1, 12);
});

test("wins as the strengths would have them give the strengths back", () => {
  const strengths = [0.5, 1, 2, 1];
  const wins = strengths.map((own, i) =>
    strengths.map((other, j) => (i === j ? 0 : (60 * own) / (own + other))),
  );
  for (const [place, strength] of bradleyTerry(wins)!.entries()) {
    expect(strength).toBeCloseTo(strengths[place]!, 9);
  }
});

test("each system's expected wins are its wins", () => {
  const row = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.nat(30));
  fc.assert(
    fc.property(row, row, row, (a, b, c) => {
      const wins = [
        [0, a[0], a[1]],
        [b[1], 0, b[0]],
        [c[0], c[1], 0],
      ];
      const strengths = bradleyTerry(wins)!;
      for (const [i, own] of strengths.entries()) {
        const expected = strengths.map((other, j) =>
          i === j ? 0 : ((wins[i]![j]! + wins[j]![i]!) * own) / (own + other),
        );
        const total = (numbers: readonly number[]) => numbers.reduce((x, y) => x + y, 0);
        expect(total(expected)).toBeCloseTo(total(wins[i]!), 6);
      }
    }),
    { seed: 1 },
  );
});

test("who never lost has no finite strength, nor have two groups that never met", () => {
  expect(
    bradleyTerry([
      [0, 3],
      [0, 0],
    ]),
  ).toBeUndefined();
  expect(
    bradleyTerry([
      [0, 3, 0, 0],
      [2, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]),
  ).toBeUndefined();
  expect(bradleyTerry([])).toBeUndefined();
  expect(bradleyTerry([[0]])).toEqual([1]);
});

test("what is no table of wins", () => {
  expect(() => bradleyTerry([[0, 1]])).toThrow(RangeError);
  expect(() =>
    bradleyTerry([
      [0, -1],
      [1, 0],
    ]),
  ).toThrow(RangeError);
});
