import * as fc from "fast-check";
import { expect, test } from "vitest";
import { verdictVariance } from "./verdict-variance.ts";

const of = (...shares: readonly (readonly [number, number])[]) =>
  verdictVariance(shares.map(([passed, total]) => ({ passed, total })));

test("answers that differ and a judge that does not, and the other way round", () => {
  expect(of([4, 4], [0, 4], [4, 4])).toMatchObject({ judge: 0, icc: 1 });
  const judge = of([2, 4], [2, 4], [2, 4]);
  expect(judge).toMatchObject({ answers: 0, icc: 0 });
  expect(judge?.judge).toBeCloseTo(1 / 3, 12);
});

test("the correlation is ICC(1) of the analysis of variance", () => {
  // Between: 4·Var(1, ½, 0) = 1; within: 4·¼ / (3·3) = 1/9; (1 - 1/9)/(1 + 3/9) = 2/3.
  const { answers, judge, icc } = of([4, 4], [2, 4], [0, 4])!;
  expect(answers).toBeCloseTo(2 / 9, 12);
  expect(judge).toBeCloseTo(1 / 9, 12);
  expect(icc).toBeCloseTo(2 / 3, 12);
});

test("any balanced table: the classic formula, floored at 0", () => {
  const rows = fc.integer({ min: 2, max: 6 }).chain((k) =>
    fc.array(
      fc.nat(k).map((passed) => ({ passed, total: k })),
      { minLength: 2, maxLength: 9 },
    ),
  );
  fc.assert(
    fc.property(rows, (transcripts) => {
      const n = transcripts.length;
      const k = transcripts[0]!.total;
      const shares = transcripts.map(({ passed }) => passed / k);
      const middle = shares.reduce((total, share) => total + share, 0) / n;
      const between =
        (k * shares.reduce((total, share) => total + (share - middle) ** 2, 0)) / (n - 1);
      const within =
        shares.reduce((total, share) => total + k * share * (1 - share), 0) / (n * (k - 1));
      fc.pre(between + within > 1e-9);
      const icc = Math.max(0, (between - within) / (between + (k - 1) * within));
      expect(verdictVariance(transcripts)?.icc).toBeCloseTo(icc, 9);
    }),
    { seed: 1 },
  );
});

test("one transcript tells of the judge alone; nothing repeated tells nothing", () => {
  expect(of([1, 2])).toEqual({ answers: undefined, judge: 0.5, icc: undefined });
  expect(of([1, 1], [3, 3])).toEqual({ answers: undefined, judge: 0, icc: undefined });
  expect(of([3, 3], [3, 3])).toEqual({ answers: 0, judge: 0, icc: undefined });
  expect(of([1, 1], [0, 0])).toBeUndefined();
  expect(() => of([2, 1])).toThrow(RangeError);
});
