import { expect, test } from "vitest";
import type { Outcome } from "./outcome.ts";
import { readRun } from "./read-run.ts";
import type { CaseRecord, Gate, RunRecord } from "./run-record.ts";
import { countOutcomes, decidingCases, exitCodeOf, gateOf, quarantinedCases } from "./tally.ts";

const record: RunRecord = await readRun("fixtures/records/every-outcome");

type Given = Outcome | "open";

/** A case that ended so; `c:` before it for a critical one, `q:` in quarantine, `r` of a reference. */
function caseOf(text: string): CaseRecord {
  const [base] = record.cases;
  if (base === undefined) throw new TypeError("the record has no case");
  const [marks = "", ending = ""] = text.includes(":") ? text.split(":") : ["", text];
  const outcome = endings.find((each) => each === ending);
  return {
    ...base,
    critical: marks.includes("c"),
    outcome: outcome === "open" ? undefined : outcome,
    ...(marks.includes("q") && { quarantine: { reason: "issue 12" } }),
    ...(marks.includes("r") && { reference: true as const }),
  };
}

const endings: readonly Given[] = [
  "pass",
  "fail",
  "agent_error",
  "judge_error",
  "infra_error",
  "suite_error",
  "open",
];

test.each<[string, Gate, number]>([
  ["pass", "pass", 0],
  ["pass fail", "fail", 1],
  ["pass c:pass", "pass", 0],
  ["pass c:fail", "fail", 1],
  ["pass q:fail", "pass", 0],
  ["pass q:agent_error", "pass", 0],
  ["pass q:judge_error", "pass", 0],
  ["pass q:open", "pass", 0],
  ["fail q:pass", "fail", 1],
  ["judge_error q:pass", "undecided", 3],
  ["q:fail", "pass", 0],
  // A suite that is wrong is to be repaired, in quarantine as well.
  ["pass q:suite_error", "pass", 2],
])("%s: gate %s, exit %i", (cases, gate, exit) => {
  const run = { ...record, cases: cases.split(" ").map(caseOf) };
  expect(gateOf(run.cases)).toBe(gate);
  expect(exitCodeOf({ ...run, end: "done" })).toBe(exit);
});

test.each<[string, Gate, Gate]>([
  ["fail pass", "pass", "pass"],
  ["pass pass", "fail", "fail"],
  ["c:pass fail", "pass", "pass"],
  ["c:fail pass", "pass", "fail"],
  ["c:agent_error pass", "undecided", "fail"],
  ["c:judge_error pass", "pass", "undecided"],
  ["c:open pass", "pass", "undecided"],
  ["c:open pass", "fail", "fail"],
  ["q:fail pass", "pass", "pass"],
  ["cr:fail pass", "pass", "pass"],
  ["cr:open pass", "pass", "pass"],
  ["cr:fail c:fail", "pass", "fail"],
])("%s with a rule that says %s: gate %s", (cases, says, gate) => {
  expect(gateOf(cases.split(" ").map(caseOf), () => says)).toBe(gate);
});

test.each<[Gate, boolean, boolean, number]>([
  ["pass", false, true, 0],
  ["fail", false, false, 1],
  ["undecided", false, false, 0],
  ["undecided", true, false, 3],
  ["undecided", false, true, 3],
])("judged %s, open %j, strict %j: exit %i", (gate, isOpen, strict, exit) => {
  const { started } = record;
  const cases = [caseOf("fail")];
  const run = {
    ...record,
    cases,
    started: { ...started, ...(strict && { strict }) },
    end: "done" as const,
  };
  expect(exitCodeOf(run, { gate, isOpen })).toBe(exit);
  expect(exitCodeOf({ ...run, cases: [caseOf("suite_error")] }, { gate, isOpen })).toBe(2);
  expect(exitCodeOf({ ...run, end: "limit" }, { gate, isOpen })).toBe(4);
});

test("a rule sees the cases that decide, and no other", () => {
  const cases = ["pass", "q:fail", "fail"].map(caseOf);
  const seen: number[] = [];
  gateOf(cases, (deciding) => {
    seen.push(deciding.length);
    return "pass";
  });
  expect(seen).toEqual([2]);
  expect(countOutcomes(decidingCases(cases))).toMatchObject({ pass: 1, fail: 1 });
  expect(countOutcomes(quarantinedCases(cases))).toMatchObject({ pass: 0, fail: 1 });
});
