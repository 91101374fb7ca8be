import { expect, test } from "vitest";
import type { MetricResult } from "../../compare/index.ts";
import { tagFindings } from "./tag-notes.ts";

function result(metric: string, verdict: MetricResult["verdict"], p = 0.001): MetricResult {
  const numbers = { a: 1, b: 1, difference: 0, low: 0, high: 0, pairs: 30, missing: 0 };
  return { metric, unit: "share", verdict, ...numbers, adjustedP: p };
}

test("worse before better, then what the total does not say, then quality", () => {
  const findings = tagFindings({
    metrics: [result("pass_rate", "worse"), result("latency", "undecided")],
    byTag: {
      a: [result("pass_rate", "better"), result("score.tone", "undecided")],
      b: [result("pass_rate", "worse"), result("latency", "worse", 0.2)],
      c: [
        result("score.tone", "worse"),
        { ...result("latency", "not_worse"), worseWithinMargin: true },
      ],
    },
  });
  expect(findings.map((each) => [each.tag, each.result.metric, each.standsOut])).toEqual([
    ["c", "score.tone", true],
    ["b", "latency", false],
    ["c", "latency", true],
    ["b", "pass_rate", true],
    ["a", "pass_rate", true],
  ]);
});
