import { expect, test } from "vitest";
import type { CaseRow } from "./page-data.ts";
import {
  filterRows,
  noFilter,
  outcomesOf,
  type RowFilter,
  type RowSort,
  sortRows,
} from "./select-rows.ts";

const row: CaseRow = {
  suite: "counts",
  case: "open-issues",
  target: "default",
  outcome: "fail",
  tags: ["smoke"],
  trials: ["fail", "pass"],
  require: 2,
  reason: "answer#1: does not contain 42",
  calls: 2,
  activeMs: 100,
  costUsd: 0.2,
};
const others: readonly Partial<CaseRow>[] = [
  {},
  {
    suite: "triage",
    case: "label",
    outcome: "agent_error",
    tags: [],
    trials: ["agent_error"],
    calls: 9,
    costUsd: null,
  },
  {
    suite: "triage",
    case: "close",
    outcome: "pass",
    target: "chat",
    trials: ["pass"],
    calls: 0,
    activeMs: null,
  },
];
const rows = others.map((each, place) => ({ row: { ...row, ...each }, place }));

test.each<[filter: Partial<RowFilter>, cases: readonly string[]]>([
  [{}, ["open-issues", "label", "close"]],
  [{ text: "OPEN" }, ["open-issues"]],
  [{ text: "triage label" }, ["label"]],
  [{ text: "contain 42" }, ["open-issues", "label", "close"]],
  [{ text: "nowhere" }, []],
  [{ outcome: "pass" }, ["close"]],
  [{ suite: "triage" }, ["label", "close"]],
  [{ target: "chat" }, ["close"]],
  [{ tag: "smoke" }, ["open-issues", "close"]],
  [{ tag: "smoke", suite: "triage", text: "cl" }, ["close"]],
])("%j leaves %j", (filter, cases) => {
  const left = filterRows(rows, { ...noFilter, ...filter });
  expect(left.map((each) => each.row.case)).toEqual(cases);
});

test.each<[sort: RowSort, places: readonly number[]]>([
  [{ by: "attention", descending: false }, [0, 1, 2]],
  [{ by: "attention", descending: true }, [2, 1, 0]],
  [{ by: "case", descending: false }, [2, 1, 0]],
  [{ by: "suite", descending: false }, [0, 1, 2]],
  [{ by: "suite", descending: true }, [1, 2, 0]],
  [{ by: "trials", descending: false }, [1, 0, 2]],
  [{ by: "calls", descending: true }, [1, 0, 2]],
  [{ by: "time", descending: true }, [0, 1, 2]],
  [{ by: "cost", descending: true }, [0, 2, 1]],
])("sorted by %j", (sort, places) => {
  expect(sortRows(rows, sort).map(({ place }) => place)).toEqual(places);
});

test("outcomes are counted in the order in which they call for attention", () => {
  expect([...outcomesOf(rows.toReversed())]).toEqual([
    ["fail", 1],
    ["agent_error", 1],
    ["pass", 1],
  ]);
});
