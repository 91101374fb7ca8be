import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { foldRun } from "./fold-run.ts";
import { readRun } from "./read-run.ts";
import type { RunEvent } from "./run-event.ts";
import { countOutcomes, exitCodeOf, gateOf } from "./tally.ts";

const folder = "fixtures/records/every-outcome";
const events: RunEvent[] = readFileSync(`${folder}/events.jsonl`, "utf8")
  .trimEnd()
  .split("\n")
  .map((line): RunEvent => JSON.parse(line));

/** The run as if only these cases had been planned and run. */
function runOf(...ids: string[]): RunEvent[] {
  return events
    .filter((event) => !("case" in event) || ids.includes(event.case))
    .map((event) =>
      event.type === "run_started"
        ? { ...event, plan: event.plan.filter((planned) => ids.includes(planned.case)) }
        : event,
    );
}

test("cases come in the order of the plan, trials in the order of their numbers", () => {
  const { cases } = foldRun(events);
  expect(cases.map((each) => [each.case, each.outcome])).toEqual([
    ["open-issues", "pass"],
    ["closed-issues", "fail"],
    ["flaky", "pass"],
    ["stuck", "agent_error"],
    ["judge-unsure", "judge_error"],
    ["provider-down", "infra_error"],
    ["unmocked", "suite_error"],
  ]);
  expect(cases[2]?.trials.map(({ trial }) => trial)).toEqual([0, 1, 2]);
});

test("a trial that is recorded twice, as after a resume, counts once", () => {
  const twice = [...events, ...events.filter(({ type }) => type === "trial_finished")];
  expect(foldRun(twice).cases).toEqual(foldRun(events).cases);
});

test("reading the folder gives the same as folding its events", async () => {
  expect(await readRun(folder)).toEqual(foldRun(events));
});

test("a folder without a journal is an error with a code", async () => {
  await expect(readRun("fixtures/records")).rejects.toMatchObject({ code: "RECORD_NOT_FOUND" });
});

test("a journal without its start is an error with a code", () => {
  expect(() => foldRun(events.slice(1))).toThrow(
    expect.objectContaining({ code: "RECORD_NO_START" }),
  );
});

const exits: readonly [name: string, events: RunEvent[], gate: string, exit: number][] = [
  ["all pass", runOf("open-issues", "flaky"), "pass", 0],
  ["one fails", runOf("open-issues", "closed-issues"), "fail", 1],
  ["an agent error fails", runOf("open-issues", "stuck"), "fail", 1],
  ["the judge cannot tell", runOf("open-issues", "judge-unsure"), "undecided", 3],
  ["the provider is down", runOf("open-issues", "provider-down"), "undecided", 3],
  ["a failure outweighs what is undecided", runOf("stuck", "judge-unsure"), "fail", 1],
  ["a wrong suite outweighs a failure", runOf("closed-issues", "unmocked"), "fail", 2],
  ["a trial is missing", runOf("open-issues", "flaky").slice(0, -2), "undecided", 3],
  ["a limit stopped it", [...runOf("closed-issues"), end("limit")], "fail", 4],
  ["interrupted", [...runOf("unmocked"), end("interrupted")], "undecided", 130],
];

test.each(exits)("%s", (_, run, gate, exit) => {
  const record = foldRun(run);
  expect(gateOf(record.cases)).toBe(gate);
  expect(exitCodeOf(record)).toBe(exit);
});

test("outcomes are counted by case, unfinished ones nowhere", () => {
  expect(countOutcomes(foldRun(events).cases)).toEqual({
    pass: 2,
    fail: 1,
    agent_error: 1,
    judge_error: 1,
    infra_error: 1,
    suite_error: 1,
  });
  expect(countOutcomes(foldRun(events.slice(0, 1)).cases).pass).toBe(0);
});

function end(reason: "limit" | "interrupted"): RunEvent {
  return { type: "run_finished", at: "2026-01-02T03:04:10.000Z", reason };
}
