import { describe, expect, test } from "vitest";
import type { MetricResult } from "../metrics/metric-result.ts";
import { compared, times } from "../testing/compared.ts";
import { judgeGate } from "./judge-gate.ts";
import { marginsOf } from "./margins-of.ts";
import { parseGate } from "./parse-gate.ts";

describe("parseGate", () => {
  test.each([
    ["pass_rate.not_worse_than=0.05", { metric: "pass_rate", rule: "not_worse_than", bound: 0.05 }],
    [" score.tone.at_least = 3 ", { metric: "score.tone", rule: "at_least", bound: 3 }],
    ["latency.ratio_at_most=1.2", { metric: "latency", rule: "ratio_at_most", bound: 1.2 }],
    ["preference.at_least=0.45", { metric: "preference", rule: "at_least", bound: 0.45 }],
  ])("%j", (text, gate) => {
    expect(parseGate(text)).toEqual(gate);
  });

  test.each([
    ["pass_rate", "a gate is written metric.rule=bound"],
    ["pass_rat.not_worse_than=0.05", 'there is no metric "pass_rat"'],
    ["latency.not_worse_than=0.1", 'latency has no rule "not_worse_than"'],
    ["pass_rate.at_least=90", "a share above 0 and at most 1"],
    ["pass_rate.not_worse_than=0", "a share above 0 and at most 1"],
    ["cost.ratio_at_most=0.9", "a ratio above 1"],
    ["score.tone.at_least=much", "a number above 0"],
    ["score..at_least=1", 'there is no metric "score."'],
  ])("%j is refused: %s", (text, problem) => {
    expect(() => parseGate(text)).toThrow(
      expect.objectContaining({
        code: "COMPARE_GATE_INVALID",
        message: expect.stringContaining(problem),
      }),
    );
  });
});

test("the margins of gates, of two the narrower", () => {
  const gates = [
    "pass_rate.not_worse_than=0.1",
    "pass_rate.not_worse_than=0.05",
    "pass_rate.at_least=0.9",
    "score.tone.not_worse_than=0.2",
    "score.other.at_least=3",
    "cost.ratio_at_most=1.5",
  ].map(parseGate);
  expect(marginsOf(gates)).toEqual({
    passRate: 0.05,
    scores: { tone: 0.2 },
    ratios: { cost: 1.5 },
  });
  expect(marginsOf([])).toEqual({ passRate: undefined, scores: {}, ratios: {} });
});

describe("judgeGate", () => {
  const result = (of: Partial<MetricResult>): MetricResult => ({
    metric: "pass_rate",
    unit: "share",
    a: 0.9,
    b: 0.8,
    difference: -0.1,
    low: -0.2,
    high: 0.02,
    verdict: "undecided",
    pairs: 50,
    missing: 0,
    ...of,
  });
  const outcome = (
    gate: string,
    metrics: readonly MetricResult[],
    passed: readonly (boolean | undefined)[] = [],
  ): string | undefined => {
    const cases = passed.map((each, index) => compared({ case: `c${index}`, passed: each }));
    return judgeGate(parseGate(gate), { metrics, cases }).outcome;
  };

  test.each([
    ["better", "pass"],
    ["not_worse", "pass"],
    ["worse", "fail"],
    ["undecided", "undecided"],
    ["not_comparable", "undecided"],
  ] as const)("a metric that is %s: %s", (verdict, expected) => {
    expect(outcome("pass_rate.not_worse_than=0.05", [result({ verdict })])).toBe(expected);
  });

  test("what nobody measured is undecided, never passed", () => {
    expect(outcome("latency.ratio_at_most=1.2", [result({})])).toBe("undecided");
    expect(outcome("score.tone.at_least=3", [])).toBe("undecided");
    expect(outcome("pass_rate.at_least=0.5", [], [undefined])).toBe("undecided");
  });

  test.each([
    ["far above", [...times(50, true)], "pass"],
    ["far below", [...times(20, true), ...times(30, false)], "fail"],
    // 45 of 50 are 0.9, and nobody can tell.
    ["at the bound", [...times(45, true), ...times(5, false)], "undecided"],
  ])("a pass rate %s its bound", (_, passed, expected) => {
    expect(outcome("pass_rate.at_least=0.9", [], passed)).toBe(expected);
  });

  test("grades of B alone", () => {
    const cases = times(20, 0).map((_, index) =>
      compared({ case: `c${index}`, scores: new Map([["tone", 3 + (index % 2) / 2]]) }),
    );
    const atLeast = (bound: number): string =>
      judgeGate(parseGate(`score.tone.at_least=${bound}`), { metrics: [], cases }).outcome;
    expect([atLeast(3), atLeast(3.5)]).toEqual(["pass", "fail"]);
  });

  test("a message holds the numbers", () => {
    const metrics = [
      result({ metric: "latency", ratio: 1.23456, low: 1.1, high: 1.4, verdict: "worse" }),
    ];
    const { message } = judgeGate(parseGate("latency.ratio_at_most=1.1"), { metrics, cases: [] });
    expect(message).toBe("worse: ratio 1.23, 95 % interval 1.1 to 1.4");
  });
});
