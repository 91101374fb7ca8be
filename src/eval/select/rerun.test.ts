import { expect, test } from "vitest";
import { loadLab } from "../../../fixtures/eval/load-lab.ts";
import type { CaseRecord, Outcome, PlannedCase, RunRecord } from "../../record/index.ts";
import { allPairs } from "./case-pair.ts";
import { type RerunKind, rerunOf } from "./rerun.ts";
import { selectPairs } from "./select-pairs.ts";

const outcomes: Readonly<Record<string, Outcome | undefined>> = {
  a: "pass",
  b: "fail",
  c: "agent_error",
  d: "judge_error",
  e: "infra_error",
  f: "suite_error",
  g: undefined,
  gone: "fail",
};

function record(of: Readonly<Record<string, Outcome | undefined>>): RunRecord {
  const names = Object.keys(of).map((name) => ({ suite: "one", case: name, target: "default" }));
  const terms = { trials: 1, require: 1, critical: false, tags: [] };
  const plan = names.map((name): PlannedCase => ({ ...name, ...terms, hash: `hash-${name.case}` }));
  const cases = names.map((name): CaseRecord => ({
    ...name,
    ...terms,
    outcome: of[name.case],
    trials: [],
  }));
  const started = {
    type: "run_started",
    schemaVersion: 1,
    run: "r1",
    at: "",
    versions: { flowproof: "", node: "" },
    seed: 0,
    labels: [],
    suites: [],
    plan,
  } as const;
  return { started, cases, end: "done" };
}

const ids = ["a", "b", "c", "d", "e", "f", "g", "new"];
const suite = `suite: one
target: { flow: helper }
cases:
${ids.map((id) => `  - { id: ${id}, ask: x, expect: [answer: y] }\n`).join("")}`;

test.each<[RerunKind, readonly string[]]>([
  ["failed", ["b", "c"]],
  ["errors", ["d", "e", "f", "g"]],
])("%s", async (kind, expected) => {
  const pairs = allPairs(await loadLab({ "a.suite.yml": suite }));
  const selected = selectPairs(pairs, { also: rerunOf(record(outcomes), kind) });
  expect(selected.map((pair) => pair.case.id)).toEqual(expected);
});

test("what changed since, and what is gone, is said", () => {
  const { notices } = rerunOf(record(outcomes), "failed");
  const planned = (id: string, hash: string) => {
    return { suite: "one", case: id, target: "default", hash };
  };
  expect(notices([planned("b", "hash-b"), planned("c", "another")])).toEqual([
    "one › c is not what it was in r1: its case, suite, flow or models changed",
    "one › gone is not run again: it is not there any more, or not selected",
  ]);
});

test.each<[RerunKind, Readonly<Record<string, Outcome>>, message: string, hint: string]>([
  ["failed", { a: "pass" }, "no case failed in the run r1", "all of its cases passed"],
  [
    "failed",
    { a: "suite_error" },
    "no case failed in the run r1",
    "there are others: --rerun errors",
  ],
  [
    "errors",
    { a: "fail" },
    "no case ended in an error in the run r1",
    "there are others: --rerun failed",
  ],
])("--rerun %s of %j is refused", (kind, of, message, hint) => {
  expect(() => rerunOf(record(of), kind)).toThrow(expect.objectContaining({ message, hint }));
});
