import { expect, test } from "vitest";
import { type CaseRecord, type PlannedGates, readRun, type RunRecord } from "../../record/index.ts";
import * as reporters from "../reporters/index.ts";
import { summaryOf } from "../summary.ts";

const record: RunRecord = await readRun("fixtures/records/every-outcome");
const plain = { color: false, verbose: false };
const rules: PlannedGates["rules"] = [
  { metric: "pass_rate", rule: "at_least", bound: 0.5 },
  { metric: "latency", rule: "ratio_at_most", bound: 1.2 },
];

/** The same case so often, passed or not, in a suite with gates. */
function runOf(passed: number, failed: number, of: Partial<CaseRecord> = {}): RunRecord {
  const [suite] = record.started.suites;
  const pass = record.cases.find((each) => each.outcome === "pass");
  const fail = record.cases.find((each) => each.outcome === "fail");
  if (suite === undefined || pass === undefined || fail === undefined)
    throw new TypeError("no case");
  const cases = Array.from({ length: passed + failed }, (_, index): CaseRecord => ({
    ...(index < passed ? pass : fail),
    suite: suite.suite,
    case: `c${index}`,
    ...of,
  }));
  const gated = { ...suite, gates: { rules } };
  return { ...record, started: { ...record.started, suites: [gated] }, cases, end: "done" };
}

test("the summary has every gate with its numbers", () => {
  const { gate, exitCode, gates } = summaryOf(runOf(30, 2));
  expect([gate, exitCode]).toEqual(["undecided", 0]);
  expect(gates).toEqual([
    {
      suite: "counts",
      target: "default",
      metric: "pass_rate",
      rule: "at_least",
      bound: 0.5,
      outcome: "pass",
      value: 0.9375,
      low: expect.closeTo(0.8277, 3),
      high: expect.closeTo(0.9791, 3),
      message: "0.938, 90 % interval 0.828 to 0.979",
    },
    {
      suite: "counts",
      target: "default",
      metric: "latency",
      rule: "ratio_at_most",
      bound: 1.2,
      outcome: "undecided",
      message: "not judged: no baseline",
    },
  ]);
  expect(summaryOf({ ...record, end: "done" })).not.toHaveProperty("gates");
});

test("people read them in a block of their own, and the verdict in the last line", () => {
  const text = reporters.pretty.format(runOf(30, 2), plain);
  expect(text).toContain(
    [
      "gates, which decide:",
      "  pass  counts pass_rate.at_least=0.5: 0.938, 90 % interval 0.828 to 0.979",
      "  undecided  counts latency.ratio_at_most=1.2: not judged: no baseline",
    ].join("\n"),
  );
  expect(text).toContain("gate undecided: 30 of 32 cases passed");
  expect(reporters.pretty.format(runOf(2, 30), plain)).toContain("gate fail: 2 of 32 cases passed");
  expect(reporters.pretty.format(record, plain)).not.toContain("gates, which decide");
});

test("JUnit has a test case for each of them: failed, skipped where undecided", () => {
  const xml = reporters.junit.format(runOf(2, 30), plain);
  expect(xml).toContain('classname="counts" name="gate pass_rate.at_least=0.5"');
  expect(xml).toContain('<failure message="0.0625, 90 % interval 0.0209 to 0.172">');
  expect(xml).toContain('<skipped message="not judged: no baseline">');
  const good = reporters.junit.format(runOf(32, 0), plain);
  expect(good).toContain('name="gate pass_rate.at_least=0.5" file=');
  expect(good).toContain('failures="0"');
});

test("strict is told with its exit code", () => {
  const run = runOf(30, 2);
  const strict = { ...run, started: { ...run.started, strict: true as const } };
  expect(summaryOf(strict)).toMatchObject({ gate: "undecided", exitCode: 3, strict: true });
});

test("a critical case of what others are held against is not told as a reason", () => {
  const broken = runOf(0, 1, { critical: true });
  expect(reporters.pretty.format(broken, plain)).toContain("so the gate fails whatever else holds");
  const reference = runOf(0, 1, { critical: true, reference: true });
  expect(reporters.pretty.format(reference, plain)).not.toContain("so the gate fails");
});
