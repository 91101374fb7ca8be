import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRedactor } from "../core/secrets/redactor.ts";
import type { TrialFinished } from "./events/index.ts";
import { type Journal, openJournal } from "./journal.ts";
import { streamLeanEvents } from "./read-run.ts";
import type { RunEvent } from "./run-event.ts";
import { comparedChecks, StoredTrial, wholeTrial } from "./stored-trial.ts";
import type { CheckRecord, TrialRecord } from "./trial-record.ts";

const events = readFileSync("fixtures/records/every-outcome/events.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line): RunEvent => JSON.parse(line));
const finished = events.filter((event) => event.type === "trial_finished");
const secret = "hunter2hunter2hunter2";

let folder = "";
let journal: Journal;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-journal-"));
  const [started] = events;
  if (started?.type !== "run_started") throw new Error("the fixture begins otherwise");
  journal = await openJournal(folder, started, createRedactor({ known: [secret] }));
});

afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function stored(event: TrialFinished): TrialRecord {
  const lean = journal.lean(journal.append(event));
  if (lean.type !== "trial_finished") throw new Error("it is another event now");
  expect(lean.record).toBeInstanceOf(StoredTrial);
  return lean.record;
}

function withChecks(...changes: readonly Partial<CheckRecord>[]): TrialFinished {
  const [event] = finished;
  if (event === undefined) throw new Error("the fixture holds no trial");
  const check: CheckRecord = {
    id: "judge#1",
    check: "judge",
    judged: true,
    outcome: "pass",
    message: "met",
  };
  return {
    ...event,
    record: { ...event.record, checks: changes.map((change) => ({ ...check, ...change })) },
  };
}

function emptyJournal(): void {
  writeFileSync(join(folder, "events.jsonl"), "");
}

const unreadable: unknown = expect.objectContaining({ code: "RECORD_UNREADABLE" });

test.each(finished.map((event) => [event.case, event] as const))(
  "everything of a trial of %s can be read, in its own order and in any",
  (_, event) => {
    const { record } = event;
    const trial = stored(event);
    expect(JSON.stringify(wholeTrial(trial))).toBe(JSON.stringify(record));
    const read = (from: TrialRecord): readonly unknown[] => [
      [from.trial, from.outcome, from.reason, from.hint, from.status, from.turns, from.replies],
      [from.answer, from.route, from.calls, from.apiRequests, from.checks, from.unknown],
      [from.activeMs, from.waitMs, from.firstTokenMs, from.costUsd, from.atLeastUsd],
      [from.usage, from.judgeUsage, from.servedModels, from.unpriced, from.cached],
    ];
    expect(read(trial)).toEqual(read(record));
  },
);

test("only numbers are held: the rest is gone with the journal, and that is said", () => {
  const trials = finished.map((event) => [event.record, stored(event)] as const);
  emptyJournal();
  for (const [record, trial] of trials) {
    expect([trial.outcome, trial.usage, trial.activeMs]).toEqual([
      record.outcome,
      record.usage,
      record.activeMs,
    ]);
    expect(() => trial.answer).toThrow(unreadable);
    expect(() => wholeTrial(trial)).toThrow(unreadable);
    if (record.answer !== "") expect(JSON.stringify(trial)).not.toContain(record.answer);
  }
});

test("a line that is another event now is not taken for the trial", () => {
  const trial = stored(withChecks());
  const path = join(folder, "events.jsonl");
  writeFileSync(path, readFileSync(path, "utf8").replace('"trial_finished"', '"trial_xinished"'));
  expect(() => trial.answer).toThrow(unreadable);
});

test("what a trial holds is free of secrets, as it was written", () => {
  const event = withChecks({ details: `the key is ${secret}` });
  expect(stored(event).checks[0]?.details).toBe("the key is [REDACTED]");
});

test("an event that was not written, or is no trial, is held as it is", () => {
  const event = withChecks();
  expect(journal.lean(event)).toBe(event);
  const end = journal.append({
    type: "run_finished",
    at: "2026-01-01T00:00:00.000Z",
    reason: "done",
  });
  expect(journal.lean(end)).toBe(end);
});

test("checks that were judged once by one model are not compared, and not read for it", () => {
  const judge = { model: "a", fingerprint: "f", verdict: "met", votes: [] } as const;
  const judgment = { criterion: "c", fingerprint: "f", judge: "j", judges: [judge] };
  const panel = { ...judgment, judges: [judge, { ...judge, model: "b" }] };
  const plain = stored(withChecks({}, { judgment }));
  const repeated = stored(withChecks({}, { id: "judge#2", repeats: ["pass", "fail"] }));
  const shared = stored(withChecks({ judgment }, { id: "judge#2", judgment: panel }));
  expect(comparedChecks(repeated).map(({ id }) => id)).toEqual(["judge#2"]);
  expect(comparedChecks(wholeTrial(shared)).map(({ id }) => id)).toEqual(["judge#2"]);
  emptyJournal();
  expect(comparedChecks(plain)).toEqual([]);
  expect(() => comparedChecks(repeated)).toThrow(unreadable);
});

test("a journal that was written before is read in the same way", async () => {
  const read: RunEvent[] = [];
  for await (const event of streamLeanEvents("fixtures/records/every-outcome")) read.push(event);
  expect(read.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
  const records = read.flatMap((event) => (event.type === "trial_finished" ? event.record : []));
  expect(records.every((record) => record instanceof StoredTrial)).toBe(true);
  expect(records.map(wholeTrial)).toEqual(finished.map(({ record }) => record));
});
