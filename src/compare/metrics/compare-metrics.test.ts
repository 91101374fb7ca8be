import { describe, expect, test } from "vitest";
import type { ComparedCase } from "../cases/compared-case.ts";
import { flipsOf } from "../cases/flips.ts";
import { pairCases } from "../cases/pair-cases.ts";
import { compared, times } from "../testing/compared.ts";
import { compareByTag } from "./compare-by-tag.ts";
import { compareMetrics } from "./compare-metrics.ts";

function system(changes: (index: number) => Partial<ComparedCase>): readonly ComparedCase[] {
  return times(40, 0).map((_, index) => {
    const tags = [index % 2 === 0 ? "even" : "odd"];
    return compared({ case: `c${index}`, tags, latencyMs: 100 + index, ...changes(index) });
  });
}

describe("compareMetrics", () => {
  test("names what was measured, and nothing else", () => {
    const side = system(() => ({ scores: new Map([["clarity", 3]]), toolCalls: 1 }));
    const { pairs } = pairCases(side, side);
    expect(compareMetrics(pairs).map(({ metric }) => metric)).toEqual([
      "pass_rate",
      "score.clarity",
      "latency",
      "tool_calls",
    ]);
  });

  test("a system is neither better nor worse than itself", () => {
    const side = system((index) => ({ passed: index % 3 !== 0, tokens: 1000 + index }));
    const { pairs } = pairCases(side, side);
    for (const { verdict } of compareMetrics(pairs)) expect(verdict).toBe("undecided");
    const margins = { passRate: 0.1, ratios: { latency: 1.2 } };
    expect(compareMetrics(pairs, margins)[0]?.verdict).toBe("not_worse");
  });

  test("an area that got worse shows although the whole did not", () => {
    const a = system(() => ({ passed: true }));
    const b = system((index) => ({ passed: index % 2 === 0 || index > 12 }));
    const { pairs } = pairCases(a, b);
    const byTag = compareByTag(pairs);
    expect(byTag["odd"]?.[0]).toMatchObject({ metric: "pass_rate", verdict: "worse", pairs: 20 });
    expect(byTag["even"]?.[0]).toMatchObject({ difference: 0, verdict: "undecided" });
  });
});

test("cases are paired by suite and id, and what has no counterpart is named", () => {
  const a = [compared({ case: "x" }), compared({ case: "y" }), compared({ suite: "t", case: "x" })];
  const b = [compared({ case: "y" }), compared({ case: "z" }), compared({ case: "x" })];
  const { pairs, onlyA, onlyB } = pairCases(a, b);
  expect(pairs.map((pair) => [pair.a.case, pair.b.case])).toEqual([
    ["x", "x"],
    ["y", "y"],
  ]);
  expect([onlyA, onlyB]).toEqual([["t/x"], ["s/z"]]);
});

test("flips are named; what nobody knows is none", () => {
  const of = (name: string, passed: boolean | undefined, critical = false): ComparedCase =>
    compared({ case: name, passed, critical });
  const pairs = [
    { a: of("fixed", false), b: of("fixed", true) },
    { a: of("broken", true, true), b: of("broken", false, true) },
    { a: of("also", true), b: of("also", false) },
    { a: of("open", true), b: of("open", undefined) },
    { a: of("same", true), b: of("same", true) },
  ];
  expect(flipsOf(pairs)).toEqual({
    fixed: ["s/fixed"],
    broken: ["s/also", "s/broken"],
    brokenCritical: ["s/broken"],
    openCritical: [],
  });
});
