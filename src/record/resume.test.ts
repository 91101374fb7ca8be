import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRedactor } from "../core/secrets/redactor.ts";
import { countedEvents } from "./counted-events.ts";
import type { RepeatedTrial, RunResumed, RunStarted, TrialFinished } from "./events/index.ts";
import { foldRun } from "./fold-run.ts";
import { resumeJournal } from "./journal.ts";
import { readEvents, readRun } from "./read-run.ts";
import { repairJournal } from "./repair-journal.ts";
import { replannedFrom } from "./resumed-start.ts";
import type { RunEvent } from "./run-event.ts";

const source = "fixtures/records/every-outcome";
const events: readonly RunEvent[] = readFileSync(`${source}/events.jsonl`, "utf8")
  .trimEnd()
  .split("\n")
  .map((line): RunEvent => JSON.parse(line));
const at = "2026-01-03T00:00:00.000Z";
const versions = { flowproof: "9.9.9", node: "20.0.0" };

function startOf(all: readonly RunEvent[]): RunStarted {
  const started = all.find((event) => event.type === "run_started");
  if (started === undefined) throw new Error("the fixture has no start");
  return started;
}

function finishedOf(id: string): TrialFinished {
  const event = events.find((each) => each.type === "trial_finished" && each.case === id);
  if (event?.type !== "trial_finished") throw new Error(`the fixture has no ${id}`);
  return event;
}

function resumed(repeated: readonly RepeatedTrial[] = [], more: object = {}): RunResumed {
  return { type: "run_resumed", at, versions, repeated, ...more };
}

const started = startOf(events);
const down = finishedOf("provider-down");
const repeatedDown: RepeatedTrial = {
  suite: down.suite,
  case: down.case,
  target: down.target,
  trial: down.trial,
  why: "infra_error",
};
const outcomes = (all: readonly RunEvent[]): Record<string, string | undefined> =>
  Object.fromEntries(foldRun(all).cases.map((each) => [each.case, each.outcome]));

describe("folding a run that went on", () => {
  test("keeps what was finished, and how it ended is open again", () => {
    const stopped: RunEvent = { type: "run_finished", at, reason: "interrupted" };
    const record = foldRun([...events, stopped, resumed()]);
    expect(record).toEqual({ ...foldRun(events), end: "unfinished" });
    const done: RunEvent = { type: "run_finished", at, reason: "done" };
    expect(foldRun([...events, stopped, resumed(), done]).end).toBe("done");
  });

  test("a trial that is run again counts as it came out last, and until then not at all", () => {
    const again = [...events, resumed([repeatedDown])];
    expect(outcomes(again)["provider-down"]).toBeUndefined();
    const record = { ...down.record, outcome: "pass" as const };
    expect(outcomes([...again, { ...down, record }])["provider-down"]).toBe("pass");
    // Without being told so, the first counts.
    expect(outcomes([...events, { ...down, record }])["provider-down"]).toBe("infra_error");
  });

  test("a new plan takes the place of the old one, with the name and the time of the run", () => {
    const planned = { ...started, run: "other", at, plan: started.plan.slice(0, 2), seed: 7 };
    const replanned = replannedFrom(started, planned);
    const record = foldRun([...events, resumed([], { replanned })]);
    expect(record.cases.map((each) => each.case)).toEqual(["open-issues", "closed-issues"]);
    expect(record.started).toEqual({ ...planned, run: started.run, at: started.at });
  });

  test("trials beyond those that are planned now count no more", () => {
    const plan = started.plan.map((each) =>
      each.case === "flaky" ? { ...each, trials: 2, require: 1 } : each,
    );
    const replanned = replannedFrom(started, { ...started, plan });
    const trials = (all: readonly RunEvent[]): readonly number[] =>
      foldRun(all)
        .cases.find((each) => each.case === "flaky")
        ?.trials.map(({ trial }) => trial) ?? [];
    expect(trials(events)).toEqual([0, 1, 2]);
    expect(trials([...events, resumed([], { replanned })])).toEqual([0, 1]);
  });

  test("the same plan in other hands changes nothing", () => {
    expect(replannedFrom(started, { ...started, run: "other", at, versions })).toBeUndefined();
  });
});

describe("events that count", () => {
  const key = { suite: "counts", case: "open-issues", target: "default", trial: 0 };
  const begin: RunEvent = { type: "trial_started", ...key, at };
  const entered = (component: string): RunEvent => {
    return { type: "component_entered", ...key, component };
  };
  const other: RunEvent = { type: "component_entered", ...key, trial: 1, component: "other" };

  test("of a trial that was broken off and begun again, only the last attempt", () => {
    const all = [started, begin, entered("a"), other, resumed(), begin, entered("b")];
    expect(countedEvents(all)).toEqual([started, other, resumed(), begin, entered("b")]);
  });

  test("of a trial that is to be run again, nothing until it is", () => {
    const again = resumed([{ ...key, why: "changed" }]);
    const all = [started, begin, entered("a"), other, again];
    expect(countedEvents(all)).toEqual([started, other, again]);
    expect(countedEvents([...all, begin, entered("b")]).slice(-2)).toEqual([begin, entered("b")]);
  });

  test("of a run that never went on, all", () => {
    expect(countedEvents(events)).toBe(events);
  });
});

describe("on disk", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "flowproof-resume-"));
    path = join(folder, "events.jsonl");
    cpSync(source, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("a journal that goes on folds to the same as its events", async () => {
    const redactor = createRedactor({ known: [] });
    const journal = await resumeJournal(folder, { resumed: resumed([]), started }, redactor);
    journal.append({ type: "run_finished", at, reason: "done" });
    await journal.close();
    expect((await readEvents(folder)).slice(-2).map(({ type }) => type)).toEqual([
      "run_resumed",
      "run_finished",
    ]);
    expect(await readRun(folder)).toEqual({ ...foldRun(events), end: "done" });
  });

  test("a new plan is in run.json as well", async () => {
    const planned = { ...started, seed: 7 };
    const replanned = replannedFrom(started, planned);
    const journal = await resumeJournal(
      folder,
      { resumed: resumed([], { replanned }), started: planned },
      createRedactor({ known: [] }),
    );
    await journal.close();
    expect(JSON.parse(readFileSync(join(folder, "run.json"), "utf8"))).toMatchObject({ seed: 7 });
  });

  test.each([
    ["torn", '{"type":"trial_fin'],
    ["of zeros", "\0".repeat(5000)],
    ["of no events", '7\n{"a":1}\n[]\nnull\n'],
  ])("a tail %s is moved and the rest is read as before", async (_name, tail) => {
    appendFileSync(path, tail);
    expect(repairJournal(folder)).toBe(tail.length);
    expect(readFileSync(`${path}.corrupt`, "utf8")).toBe(tail);
    expect(await readRun(folder)).toEqual(foldRun(events));
    expect(repairJournal(folder)).toBe(0);
  });

  test("a line in the middle that is broken is named", () => {
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, lines.with(2, "garbage").join("\n"));
    expect(() => repairJournal(folder)).toThrow(
      expect.objectContaining({ code: "JSONL_BROKEN", place: { file: path, line: 3 } }),
    );
  });

  test("a journal of another version is refused, and says which", async () => {
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace('"schemaVersion":1', '"schemaVersion":2'));
    await expect(readRun(folder)).rejects.toMatchObject({
      code: "RECORD_UNREADABLE",
      message: "the journal is of version 2, and this program knows version 1",
      place: { file: path, line: 1 },
    });
  });
});
