import { describe, expect, test } from "vitest";
import {
  type CaseHistory,
  type CaseRecord,
  type Quarantine,
  readRun,
  type RunRecord,
} from "../../record/index.ts";
import type { Summary } from "../summary.ts";
import * as reporters from "./index.ts";

const record: RunRecord = await readRun("fixtures/records/every-outcome");
const plain = { color: false, verbose: false };

/** The cases that are named, changed where it is said how; their run went through. */
function runOf(changes: Readonly<Record<string, Partial<CaseRecord>>>): RunRecord {
  const cases = record.cases.flatMap((each) => {
    const change = changes[each.case];
    return change === undefined ? [] : [{ ...each, ...change }];
  });
  return { ...record, cases, end: "done" };
}

const summaryOf = (run: RunRecord): Summary => JSON.parse(reporters.json.format(run, plain));

describe("quarantine", () => {
  const quarantine: Quarantine = { reason: "see\n\u{1b}[31missue 12", until: "2031-01-31" };
  const run = runOf({ "open-issues": {}, "closed-issues": { quarantine }, flaky: { quarantine } });

  test("the summary counts the cases apart, and they decide neither gate nor rate", () => {
    const summary = summaryOf(run);
    expect(summary).toMatchObject({
      gate: "pass",
      exitCode: 0,
      counts: { pass: 1, fail: 0 },
      quarantined: { pass: 1, fail: 1 },
      passRate: { value: 1 },
      groups: [{ counts: { pass: 1, fail: 0 }, quarantined: { pass: 1, fail: 1 } }],
    });
    expect(summary.cases.map((each) => [each.case, each.quarantined, each.quarantine])).toEqual([
      ["open-issues", undefined, undefined],
      ["closed-issues", true, quarantine],
      ["flaky", true, quarantine],
    ]);
    expect(summary.reliability).toBeUndefined();
    expect(summaryOf(runOf({ "open-issues": {} })).quarantined).toBeUndefined();
  });

  test("people read them apart with their reason, and how many there are in the last line", () => {
    const text = reporters.pretty.format(run, plain);
    expect(text).toContain("fail  counts › closed-issues\n  quarantined until 2031-01-31: see ");
    expect(text).toContain("quarantined, so it decides nothing:\n  pass  counts › flaky  2/3 ○●●");
    expect(text).toContain("gate pass: 1 of 1 case passed, 2 quarantined, pass rate 100 %");
    expect(text).not.toContain("\u{1b}");
    expect(reporters.pretty.format(runOf({ flaky: {} }), plain)).not.toContain("quarantine");
  });

  test("JUnit has them as skipped, with what they came to, also where they passed", () => {
    const xml = reporters.junit.format(run, plain);
    expect(xml).toContain(`tests="3" failures="0" errors="0" skipped="2"`);
    expect(xml).toContain(`<skipped message="quarantined until 2031-01-31: see `);
    expect(xml).toContain("fail: ");
    expect(xml).toMatch(/<skipped message="[^"]*; pass"/u);
  });

  test("a suite error stays one", () => {
    const wrong = runOf({ "open-issues": {}, unmocked: { quarantine } });
    expect(summaryOf(wrong).exitCode).toBe(2);
    expect(reporters.junit.format(wrong, plain)).toContain(`errors="1" skipped="0"`);
  });
});

describe("critical cases", () => {
  const run = runOf({ "closed-issues": {}, stuck: { critical: true }, "open-issues": {} });

  test("one that broke is named before everything else, and its failure comes first", () => {
    const text = reporters.pretty.format(run, plain);
    const [, block] = text.split("\n\n");
    expect(block).toBe("critical, so the gate fails whatever else holds: counts › stuck");
    expect(text.indexOf("counts › stuck · critical")).toBeLessThan(text.indexOf("closed-issues"));
    expect(reporters.junit.format(run, plain)).toContain("fails the gate by itself");
    expect(summaryOf(run).cases.map(({ critical }) => critical)).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  test("one that passed is nothing to talk about", () => {
    const fine = runOf({ "open-issues": { critical: true } });
    expect(reporters.pretty.format(fine, plain)).not.toContain("critical");
  });
});

describe("history", () => {
  const history: CaseHistory = {
    runs: 2,
    trials: 10,
    passes: 9,
    changed: false,
    verdict: "usual flake",
    p: 0.0833,
    flaky: true,
  };

  test.each<[string, Partial<CaseHistory>, string]>([
    [
      "a flake",
      {},
      "history: 9 of 10 trials passed in 2 runs; usual flake: it failed before every now and then (p = 0.0833)",
    ],
    [
      "a regression in another version",
      { verdict: "regression", p: 0.0001, changed: true },
      "history: 9 of 10 trials passed in 2 runs before the case, its flow or its models changed; regression: it fails more often than chance explains (p = below 0.001)",
    ],
    [
      "too few trials",
      { verdict: "too few trials", p: 0.5, runs: 1, trials: 1, passes: 1 },
      "history: 1 of 1 trial passed in 1 run; too few trials to tell a regression from chance: it has not failed before, and chance may explain it (p = 0.5)",
    ],
    [
      "a case that never passed",
      { verdict: "fails as before", p: 1, passes: 0 },
      "history: 0 of 10 trials passed in 2 runs; fails as before: it has never passed (p = 1)",
    ],
  ])("%s is told in words, in both reports", (_, change, sentence) => {
    const run = runOf({ "closed-issues": { history: { ...history, ...change } } });
    expect(reporters.pretty.format(run, plain)).toContain(`\n  ${sentence}\n`);
    expect(reporters.junit.format(run, plain)).toContain(sentence);
    expect(summaryOf(run).cases[0]?.history).toEqual({ ...history, ...change });
  });

  test("a new case is told where others are known: in the first run of all are only new ones", () => {
    const fresh: CaseHistory = {
      runs: 0,
      trials: 0,
      passes: 0,
      changed: false,
      verdict: "new",
      flaky: false,
    };
    const first = runOf({ "closed-issues": { history: fresh }, stuck: { history: fresh } });
    const later = runOf({ "closed-issues": { history: fresh }, stuck: { history } });
    for (const reporter of [reporters.pretty, reporters.junit]) {
      expect(reporter.format(first, plain)).not.toContain("history");
      expect(reporter.format(later, plain)).toContain("history: no earlier run of it is known");
    }
    expect(summaryOf(first).cases[0]?.history).toEqual(fresh);
  });

  test("flaky cases are listed at the end, those that passed as well", () => {
    const { verdict: _verdict, p: _p, ...steady } = history;
    const run = runOf({
      "closed-issues": { history },
      "open-issues": { history: steady },
      flaky: { history: { ...steady, flaky: false } },
    });
    const blocks = reporters.pretty.format(run, plain).split("\n\n");
    expect(blocks.at(-2)).toBe(
      [
        "flaky cases:",
        "  counts › open-issues: 9 of 10 in 2 runs before, 1 of 1 trial passed now",
        "  counts › closed-issues: 9 of 10 in 2 runs before, 0 of 1 trial passed now",
      ].join("\n"),
    );
    expect(reporters.pretty.format(runOf({ flaky: {} }), plain)).not.toContain("flaky cases");
  });
});

test("several trials of a case are a row of marks, and say how far one can rely on it", () => {
  const text = reporters.pretty.format(runOf({ flaky: {}, "open-issues": {} }), {
    color: false,
    verbose: true,
  });
  expect(text).toContain("pass  counts › open-issues\npass  counts › flaky  2/3 ○●●\n");
  expect(text).toContain("passed, and not in every trial:\n  pass  counts › flaky  2/3 ○●●");
  expect(text).toContain(
    "counts: pass^2 33.3 %, pass@2 100 %, over 1 case (1 with fewer trials left out; too few",
  );
  const summary = summaryOf(runOf({ flaky: {}, "open-issues": {} }));
  expect(summary.reliability?.map(({ k, cases, leftOut }) => [k, cases, leftOut])).toEqual([
    [2, 1, 1],
    [3, 1, 1],
  ]);
  expect(summary.groups[0]?.reliability).toEqual(summary.reliability);
  const cut = reporters.pretty.format(runOf({ flaky: { curtailed: 2 } }), plain);
  expect(cut).toContain("2/3 ○●●··");
  expect(cut).toContain("no pass^k where trials are missing: 1 case had trials left out");
});
