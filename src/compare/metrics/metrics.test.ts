import { describe, expect, test } from "vitest";
import type { CasePair, ComparedCase } from "../cases/compared-case.ts";
import { pairsOf, times } from "../testing/compared.ts";
import { compareMeans } from "./compare-means.ts";
import { comparePassRate } from "./compare-pass-rate.ts";
import { compareRatios } from "./compare-ratios.ts";
import { intervalVerdict } from "./interval-verdict.ts";
import { moreCases } from "./more-cases.ts";

const passed = (value: boolean | undefined): { readonly passed: boolean | undefined } => ({
  passed: value,
});
type Sides = readonly [boolean | undefined, boolean | undefined];

/** So many cases that both pass, that only A passes, that only B passes, that both fail. */
function outcomes(both: number, onlyA: number, onlyB: number, neither: number): readonly Sides[] {
  return [
    ...times<Sides>(both, [true, true]),
    ...times<Sides>(onlyA, [true, false]),
    ...times<Sides>(onlyB, [false, true]),
    ...times<Sides>(neither, [false, false]),
  ];
}

describe("pass rates", () => {
  // The intervals are those of statistics.md §6.2, turned round: there D is A - B.
  test.each<[string, readonly Sides[], number | undefined, object]>([
    [
      "better",
      outcomes(36, 1, 9, 4),
      undefined,
      { a: 0.74, b: 0.9, difference: 0.16, low: 0.044509, high: 0.292936, verdict: "better" },
    ],
    ["worse", outcomes(36, 9, 1, 4), undefined, { verdict: "worse", onlyA: 9, onlyB: 1 }],
    ["undecided", outcomes(80, 6, 4, 10), undefined, { difference: -0.02, verdict: "undecided" }],
    // §6.8: 6 and 4 of 100 pass a margin of ten points and not one of five.
    [
      "not worse than the margin",
      outcomes(80, 6, 4, 10),
      0.1,
      { verdict: "not_worse", margin: 0.1 },
    ],
    ["more worse than the margin perhaps", outcomes(80, 6, 4, 10), 0.05, { verdict: "undecided" }],
    ["nothing differs, few cases", times<Sides>(20, [true, true]), 0.1, { verdict: "undecided" }],
    [
      "nothing differs, enough cases",
      times<Sides>(30, [true, true]),
      0.1,
      { verdict: "not_worse" },
    ],
  ])("%s", (_, sides, margin, expected) => {
    const result = comparePassRate(pairsOf(sides, passed), margin);
    expect(rounded(result)).toMatchObject(expected);
  });

  test("p is McNemar's mid-p, and what could be found stands beside it", () => {
    const result = comparePassRate(pairsOf(outcomes(36, 1, 9, 4), passed));
    expect(result.p).toBeCloseTo(0.01171875, 10);
    // Between the values of statistics.md §6.9 for 50 cases, of which a share of 0.2 and of 0.3 differ.
    expect(result.detectable).toBeGreaterThan(0.173);
    expect(result.detectable).toBeLessThan(0.212);
    // 20 cases cannot show a difference where a tenth of them differ.
    const few = comparePassRate(pairsOf(outcomes(19, 1, 0, 0), passed));
    expect(few).not.toHaveProperty("detectable");
  });

  test("worse for certain, within a wide margin", () => {
    const sides = outcomes(300, 20, 4, 76);
    expect(comparePassRate(pairsOf(sides, passed), 0.2)).toMatchObject({
      verdict: "not_worse",
      worseWithinMargin: true,
    });
  });

  test("an undecided comparison says how many more cases would decide it", () => {
    const result = comparePassRate(pairsOf(outcomes(10, 2, 1, 7), passed), 0.1);
    // ψ = (2 + 1 + 1)/(20 + 2); Connor's formula with D = .1 gives about 141 pairs.
    expect(result).toMatchObject({ verdict: "undecided", needCases: 121 });
  });

  test("few cases nearly decided need two more than the normal formula says", () => {
    const pairs = pairsOf<number>(
      [
        [100, 80],
        [100, 90],
        [100, 60],
        [100, 101],
      ],
      (latencyMs) => ({ latencyMs }),
    );
    const value = (of: ComparedCase): number | undefined => of.latencyMs;
    // d = -.207, s = .224: (1.96 + .84)² s² / d² is 9.1 cases.
    expect(compareRatios(pairs, { metric: "latency", unit: "ms", value })).toMatchObject({
      verdict: "undecided",
      needCases: 8,
    });
  });

  test("what is missing on one side is counted, and bounds what it may hide", () => {
    const sides: readonly Sides[] = [...outcomes(8, 0, 0, 0), [true, undefined], [undefined, true]];
    expect(comparePassRate(pairsOf(sides, passed))).toMatchObject({
      pairs: 8,
      missing: 2,
      bounds: { worst: -0.1, best: 0.1 },
    });
  });

  test("without a decided case nothing is compared", () => {
    expect(comparePassRate(pairsOf([[undefined, true] as const], passed))).toMatchObject({
      verdict: "not_comparable",
      a: null,
      low: null,
      missing: 1,
    });
  });
});

describe("means", () => {
  const scores = [0.2, 0, 0.1, -0.1, 0.3, 0, 0.4, 0.2, -0.2, 0.1, 0.5, 0];
  const grade = { metric: "score.x", unit: "grade", higherIsBetter: true };
  const pairs = pairsOf(
    scores.map((difference) => [1, 1 + difference] as const),
    (toolCalls) => ({ toolCalls }),
  );
  const value = (of: { readonly toolCalls: number | undefined }): number | undefined =>
    of.toolCalls;

  test("the interval is the paired t interval of statistics.md §6.3", () => {
    expect(rounded(compareMeans(pairs, { ...grade, value }))).toMatchObject({
      difference: 0.125,
      low: -0.005282,
      high: 0.255282,
      verdict: "undecided",
      pairs: 12,
      p: 0.0584,
      // (1.959964 + 0.841621) · 0.20505 / √12
      detectable: 0.165834,
    });
  });

  test("where less is better the verdict turns round, the difference does not", () => {
    const more = pairsOf(
      times(20, 0).map((_, index) => [2, 3 + (index % 3) / 10] as const),
      (toolCalls) => ({ toolCalls }),
    );
    const up = compareMeans(more, { ...grade, value });
    const down = compareMeans(more, { ...grade, higherIsBetter: false, value });
    expect([up.verdict, down.verdict]).toEqual(["better", "worse"]);
    expect(down.difference).toBe(up.difference);
  });

  test("a margin of grades", () => {
    const pairsNearby = pairsOf(
      times(40, 0).map((_, index) => [3, 3 + (index % 2 === 0 ? 0.1 : -0.12)] as const),
      (toolCalls) => ({ toolCalls }),
    );
    expect(compareMeans(pairsNearby, { ...grade, value, margin: 0.05 }).verdict).toBe("not_worse");
    expect(compareMeans(pairsNearby, { ...grade, value, margin: 0.01 }).verdict).toBe("undecided");
  });

  test.each([
    [1, "one case says nothing about others"],
    [3, "the difference is the same in all 3 cases"],
  ])("%i equal differences have no interval, and no invented one", (count, note) => {
    const same = pairsOf(times(count, [1, 2] as const), (toolCalls) => ({ toolCalls }));
    const result = compareMeans(same, { ...grade, value });
    expect(result).toMatchObject({ low: null, high: null, verdict: "undecided", note });
    expect(result).not.toHaveProperty("detectable");
  });

  const alike = (count: number, to: number): readonly CasePair[] =>
    pairsOf(times(count, [2, to] as const), (toolCalls) => ({ toolCalls }));

  test.each([
    ["up", 3, undefined, { verdict: "better", p: 0.03125 }],
    ["down", 1, undefined, { verdict: "worse", p: 0.03125 }],
    ["nowhere", 2, undefined, { verdict: "undecided", p: 1 }],
    ["nowhere, with a margin", 2, 0.1, { verdict: "not_worse" }],
    ["down by less than the margin", 1.9, 0.5, { verdict: "not_worse", worseWithinMargin: true }],
  ])("from six cases on, all alike %s is no accident", (_, to, margin, expected) => {
    const result = compareMeans(alike(6, to), { ...grade, value, margin });
    expect(rounded(result)).toMatchObject({ ...expected, low: null, high: null });
    expect(compareMeans(alike(5, to), { ...grade, value, margin }).verdict).toBe("undecided");
  });
});

describe("grades that are alike in all cases", () => {
  const same = (cases: number, lowest?: number) =>
    compareMeans(
      pairsOf(times(cases, [5, 5] as const), (toolCalls) => ({ toolCalls })),
      {
        metric: "score.tone",
        unit: "grade",
        higherIsBetter: true,
        value: ({ toolCalls }) => toolCalls,
        margin: 0.25,
        lowest,
      },
    );

  test("may hide a loss of four grades in rare ones, which the margin needs room for", () => {
    // 1 - .05^(1/n) is the share of cases that n of them may all have missed: 4 times that is .2501 at 46.4.
    expect(same(10, 1)).toMatchObject({ verdict: "undecided", low: null, needCases: 37 });
    expect(same(46, 1).verdict).toBe("undecided");
    expect(same(47, 1).verdict).toBe("not_worse");
    expect(same(47, 1)).not.toHaveProperty("needCases");
  });

  test("of what has no worst value only the sign test says something", () => {
    expect(same(6).verdict).toBe("not_worse");
  });
});

test("a ratio that the means contradict says so", () => {
  const value = ({ latencyMs }: ComparedCase): number | undefined => latencyMs;
  const slower = times(20, 0).map((_, index) => [100, 120 + index] as const);
  const of = (last: readonly [number, number]) =>
    compareRatios(
      pairsOf([...slower, last], (latencyMs) => ({ latencyMs })),
      { metric: "latency", unit: "ms", value },
    );
  expect(of([9000, 8000])).toMatchObject({
    verdict: "worse",
    note: "of the means the other way round",
  });
  expect(of([100, 120])).not.toHaveProperty("note");
});

describe("ratios", () => {
  const a = [1200, 900, 3400, 1500, 2200, 800, 1900, 5200];
  const b = [1000, 950, 2500, 1400, 1800, 700, 2100, 3900];
  const pairs = pairsOf(
    a.map((each, index) => [each, b[index] ?? 0] as const),
    (latencyMs) => ({ latencyMs }),
  );
  const latency = {
    metric: "latency",
    unit: "ms",
    value: (of: { readonly latencyMs: number | undefined }) => of.latencyMs,
  };

  test("the values of statistics.md §6.11", () => {
    expect(rounded(compareRatios(pairs, latency))).toMatchObject({
      ratio: 0.879575,
      low: 0.776801,
      high: 0.995946,
      verdict: "better",
      p: 0.044632,
    });
  });

  test("the same ratio in six cases is no accident", () => {
    const twice = (count: number): readonly CasePair[] =>
      pairsOf(
        times(count, 0).map((_, index) => [2 ** index, 2 ** (index + 1)] as const),
        (latencyMs) => ({ latencyMs }),
      );
    const result = rounded(compareRatios(twice(6), latency));
    expect(result).toMatchObject({ verdict: "worse", p: 0.03125 });
    expect(compareRatios(twice(6), { ...latency, margin: 3 }).verdict).toBe("not_worse");
    expect(compareRatios(twice(5), latency).verdict).toBe("undecided");
  });

  test("the other way round it is worse, or not worse than a margin", () => {
    const turned = pairs.map((pair) => ({ a: pair.b, b: pair.a }));
    expect(compareRatios(turned, latency).verdict).toBe("worse");
    expect(compareRatios(turned, { ...latency, margin: 1.5 })).toMatchObject({
      verdict: "not_worse",
      worseWithinMargin: true,
    });
  });

  test("a value of 0 is no measurement", () => {
    const zero = pairsOf([[0, 5] as const, [5, 0] as const], (latencyMs) => ({ latencyMs }));
    expect(compareRatios(zero, latency)).toMatchObject({ verdict: "not_comparable", missing: 2 });
  });
});

test.each([
  [{ low: 0.01, high: 0.2 }, undefined, "better"],
  [{ low: -0.2, high: -0.01 }, undefined, "worse"],
  [{ low: -0.2, high: 0.01 }, undefined, "undecided"],
  [{ low: -0.2, high: 0.01 }, { low: -0.1, high: 0 }, "not_worse"],
  [{ low: -0.2, high: 0.01 }, { low: -0.15, high: 0 }, "undecided"],
  [undefined, undefined, "undecided"],
] as const)("%j with %j at a margin of 0.15 is %s", (twoSided, oneSided, verdict) => {
  expect(intervalVerdict({ twoSided, oneSided, margin: 0.15 }).verdict).toBe(verdict);
});

test.each([
  [100.2, 80, 21],
  [80, 80, undefined],
  [Infinity, 3, undefined],
  [5e9, 3, undefined],
])("of %d cases, %i of which are there, %s are missing", (needed, present, more) => {
  expect(moreCases(needed, present)).toBe(more);
});

function rounded(result: object): object {
  return Object.fromEntries(
    Object.entries(result).map(([key, value]) => [
      key,
      typeof value === "number" ? Number(value.toFixed(6)) : value,
    ]),
  );
}
