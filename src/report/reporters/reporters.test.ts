import { readdirSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { createRegistry } from "../../core/registry.ts";
import { jsonDocument } from "../../core/text/json-document.ts";
import { createRunFold, type RunRecord, readRun, streamLeanEvents } from "../../record/index.ts";
import { loadReporter } from "../load-reporter.ts";
import type { RunReporter } from "../reporter.ts";
import { type Summary, summaryOf } from "../summary.ts";
import * as barrel from "./index.ts";

const reporters = createRegistry<RunReporter>(barrel);
const options = { color: false, verbose: false };
const record: RunRecord = await readRun("fixtures/records/every-outcome");

function only(...ids: string[]): RunRecord {
  return { ...record, cases: record.cases.filter((each) => ids.includes(each.case)) };
}

test("every file of the folder is registered under its own name", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
    .map((file) => file.slice(0, -".ts".length));
  expect(reporters.ids).toEqual(files.toSorted());
});

test.each(reporters.all())("$id gives the same text for the same record", async (lazy) => {
  const reporter = await loadReporter(lazy);
  expect(reporter.format(record, options)).toBe(reporter.format(record, options));
  expect(reporter.format(record, options)).toMatch(/\n$/);
});

test("json is the summary of the design", () => {
  const summary: Summary = JSON.parse(barrel.json.format(record, options));
  expect(summary).toMatchObject({
    schemaVersion: 1,
    run: "20260102T030405-aaaa",
    labels: ["scripted", "summarized_tools"],
    gate: "fail",
    exitCode: 2,
    counts: { pass: 2, fail: 1, agent_error: 1, judge_error: 1, infra_error: 1, suite_error: 1 },
    passRate: { value: 0.5 },
    costUsd: null,
  });
  expect(summary.passRate?.low).toBeCloseTo(0.150036, 5);
  expect(summary.passRate?.high).toBeCloseTo(0.849964, 5);
  expect(summary.groups.map(({ suite, passRate }) => [suite, passRate?.value])).toEqual([
    ["counts", 0.5],
    ["triage", undefined],
  ]);
  expect(summary.cases[2]?.trials.map(({ outcome }) => outcome)).toEqual(["fail", "pass", "pass"]);
});

test("json in pieces is the same document, however many cases and trials there are", () => {
  const none = { ...record, cases: [] };
  for (const each of [record, only("open-issues"), none]) {
    const pieces = [...(barrel.json.parts?.(each) ?? [])];
    expect(pieces.join("")).toBe(jsonDocument(summaryOf(each)));
    // None holds more than one trial.
    expect(pieces.filter((piece) => piece.split('"trial": ').length > 2)).toEqual([]);
  }
});

test.each(Object.values(barrel).map((each) => [each.id, each] as const))(
  "%s of a run whose trials stayed in its journal is the same",
  async (_, lazy) => {
    const reporter = await loadReporter(lazy);
    const fold = createRunFold();
    for await (const event of streamLeanEvents("fixtures/records/every-outcome")) fold.add(event);
    for (const verbose of [false, true]) {
      const text = reporter.format(fold.record(), { color: false, verbose });
      expect(text).toBe(reporter.format(record, { color: false, verbose }));
    }
  },
);

test("json has no pass rate over several targets, and one for each group", () => {
  const cases = only("open-issues", "closed-issues").cases.flatMap((each) => [
    { ...each, target: "chat" },
    { ...each, target: "workflow" },
  ]);
  const summary: Summary = JSON.parse(barrel.json.format({ ...record, cases }, options));
  expect(summary.passRate).toBeUndefined();
  expect(summary.groups.map(({ target, passRate }) => [target, passRate?.value])).toEqual([
    ["chat", 0.5],
    ["workflow", 0.5],
  ]);
});

test("junit folds trials, tells failures from errors, and escapes what an agent said", async () => {
  await expect(barrel.junit.format(record, options)).toMatchFileSnapshot(
    "../../../fixtures/records/every-outcome/junit.xml",
  );
});

test("pretty shows every failure in full, once, and what kind of model it was", async () => {
  const text = barrel.pretty.format(record, options);
  await expect(text).toMatchFileSnapshot("../../../fixtures/records/every-outcome/pretty.txt");
  expect(text.trimEnd().split("\n").at(-1)).toContain("scripted model");
});

test("pretty lets no control sequence of an agent reach the terminal, colored or not", () => {
  const colored = barrel.pretty.format(record, { color: true, verbose: true });
  expect(stripVTControlCharacters(colored)).toContain("42");
  expect(barrel.pretty.format(record, options)).not.toContain("\u{1b}");
  expect(colored).not.toContain("\u{1b}[31m42");
});

test("a run on a real model does not claim to be scripted", () => {
  const live = { ...only("open-issues"), started: { ...record.started, labels: [] } };
  expect(barrel.pretty.format(live, options)).not.toContain("scripted");
  expect(barrel.junit.format(live, options)).not.toContain("scripted");
});
