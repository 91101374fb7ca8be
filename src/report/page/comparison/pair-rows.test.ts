import { expect, test } from "vitest";
import type { ComparedRow, Comparison } from "../../../compare/index.ts";
import { madeComparison } from "../testing/made-comparison.ts";
import { recordedPairs } from "./pair-rows.ts";

const made = madeComparison({ cases: 4, trials: 2 });
const [first] = made.comparison.cases;

/** One case, known by its numbers alone, as of two baselines. */
function changeOf(
  of: Partial<ComparedRow>,
  flips: Partial<Comparison["flips"]> = {},
): string | undefined {
  const cases = first === undefined ? [] : [{ ...first, ...of }];
  const comparison = { ...made.comparison, cases, flips: { fixed: [], broken: [], ...flips } };
  return recordedPairs({ comparison })[0]?.row.change;
}

function numbers(of: Partial<ComparedRow["a"]>): ComparedRow["a"] {
  const none = {
    latencyMs: null,
    firstTokenMs: null,
    tokens: null,
    costUsd: null,
    toolCalls: null,
  };
  return { passed: true, scores: {}, ...none, ...of };
}

test.each<[string, Partial<ComparedRow>, string]>([
  ["the same", { a: numbers({}), b: numbers({}) }, "same"],
  ["both fail", { a: numbers({ passed: false }), b: numbers({ passed: false }) }, "both fail"],
  ["not known", { a: numbers({ passed: null }), b: numbers({}) }, "undecided"],
  [
    "a lower grade",
    { a: numbers({ scores: { x: 4 } }), b: numbers({ scores: { x: 3 } }) },
    "worse",
  ],
  [
    "a higher grade",
    { a: numbers({ scores: { x: 2 } }), b: numbers({ scores: { x: 3 } }) },
    "better",
  ],
  ["grades of one side", { a: numbers({ scores: { x: 2 } }), b: numbers({}) }, "same"],
  ["another question", { a: numbers({}), b: numbers({}), leftOut: "changed" }, "not compared"],
  [
    "another judge",
    { a: numbers({}), b: numbers({ passed: false }), notCompared: ["pass_rate"] },
    "not compared",
  ],
])("%s", (_, row, change) => {
  expect(changeOf(row)).toBe(change);
});

test("what flipped is said by the comparison, also where another judge decided", () => {
  const row = {
    a: numbers({}),
    b: numbers({ passed: false }),
    notCompared: ["pass_rate"] as const,
  };
  expect(changeOf(row, { broken: [`${first?.suite}/${first?.case}`] })).toBe("broken");
});

test("fewer passing trials are worse, and the first of them tells", () => {
  const b = made.b && {
    ...made.b,
    record: {
      ...made.b.record,
      cases: made.b.record.cases.map((each) => ({
        ...each,
        trials: each.trials.map((trial) =>
          trial.trial === 1 ? { ...trial, outcome: "fail" as const } : trial,
        ),
      })),
    },
  };
  expect(recordedPairs({ ...made, b }).map(({ row }) => [row.change, row.telling])).toEqual(
    Array.from({ length: 4 }, () => ["worse", 1]),
  );
});
