import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRedactor } from "../../core/secrets/redactor.ts";
import { openJournal, readRun, type RunStarted, type TrialRecord } from "../../record/index.ts";
import type { RunSetting } from "../run-setting.ts";
import { mergeRun } from "./merge-run.ts";

let root: string;
let setting: RunSetting;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "flowproof-merge-"));
  setting = {
    run: "run-1",
    folder: join(root, "reports", "run-1"),
    at: "2026-01-05T09:00:00.000Z",
    root,
    versions: { flowproof: "1.0.0", node: "20.0.0" },
    models: {},
  };
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

interface PartOptions {
  readonly suite?: string;
  readonly file?: string;
  readonly order?: readonly number[];
  readonly trials?: readonly number[];
  readonly planned?: number;
  readonly tools?: readonly string[];
  readonly model?: string;
  readonly answer?: string;
}

const usage = { inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 };

function recordOf(trial: number, answer: string): TrialRecord {
  return {
    trial,
    outcome: "pass",
    checks: [],
    calls: [],
    status: "completed",
    route: [],
    answer,
    turns: 1,
    replies: 1,
    activeMs: 1,
    waitMs: 0,
    firstTokenMs: 1,
    usage,
    judgeUsage: usage,
    costUsd: 0,
  };
}

async function writePart(id: string, options: PartOptions = {}): Promise<string> {
  const { suite = "s", file = `${suite}.eval.ts`, order = [0], trials = [0] } = options;
  const { planned = 1, tools = ["a"], model = "script/a", answer = "" } = options;
  const folder = join(setting.folder, "parts", `${file}-${id}`);
  const key = { suite, case: id, target: "default" };
  const started: RunStarted = {
    type: "run_started",
    schemaVersion: 1,
    run: "run-1",
    at: setting.at,
    versions: setting.versions,
    seed: 0,
    labels: ["scripted"],
    suites: [
      {
        suite,
        file,
        hash: "",
        targets: [{ target: "default", flow: "f", version: "1.0.0" }],
        agentModel: model,
        judgeModel: model,
      },
    ],
    plan: [{ ...key, trials: planned, require: planned, critical: false, tags: [], hash: "" }],
  };
  const journal = await openJournal(folder, started, createRedactor({ known: [] }));
  for (const trial of trials) {
    const { at } = setting;
    journal.append({ type: "trial_started", ...key, trial, at });
    journal.append({ type: "trial_finished", ...key, trial, at, record: recordOf(trial, answer) });
  }
  await journal.close();
  const texts = tools.map((name) => [name, { total: 1, summarized: 1, ownSchema: 0 }]);
  writeFileSync(join(folder, "part.json"), JSON.stringify({ order, tools: texts }));
  return folder;
}

test("cases stand in the order of suites and files, whoever was first", async () => {
  await writePart("z", { suite: "b", order: [0] });
  await writePart("late", { suite: "a", order: [10] });
  await writePart("inner", { suite: "a", order: [2, 1] });
  await writePart("early", { suite: "a", order: [2] });
  const merged = await mergeRun(setting, "done");
  expect(merged?.errors).toEqual([]);
  const { cases, started, end } = await readRun(setting.folder);
  expect(cases.map((each) => `${each.suite}/${each.case} ${each.outcome}`)).toEqual([
    "a/early pass",
    "a/inner pass",
    "a/late pass",
    "b/z pass",
  ]);
  expect(started.suites.map(({ suite }) => suite)).toEqual(["a", "b"]);
  expect(end).toBe("done");
  expect(readdirSync(setting.folder).toSorted()).toEqual([
    "events.jsonl",
    "run.json",
    "summary.json",
  ]);
});

test("each tool counts once, and every model is named", async () => {
  await writePart("x", { tools: ["a", "b"], model: "m/1" });
  await writePart("y", { tools: ["b", "c"], model: "m/2" });
  const merged = await mergeRun(setting, "done");
  expect(merged?.record.started).toMatchObject({
    offeredTools: { total: 3, summarized: 3, ownSchema: 0 },
    labels: ["scripted", "summarized_tools"],
    suites: [{ suite: "s", agentModel: "m/1, m/2", judgeModel: "m/1, m/2" }],
  });
});

test("what a killed worker has finished counts, what it had not begun to plan does not", async () => {
  await writePart("half", { trials: [1], planned: 2 });
  mkdirSync(join(setting.folder, "parts", "nothing"));
  const merged = await mergeRun(setting, "interrupted");
  const [half, ...others] = merged?.record.cases ?? [];
  expect(others).toEqual([]);
  expect(half?.outcome).toBeUndefined();
  expect(half?.trials.map(({ trial }) => trial)).toEqual([1]);
  expect(merged?.record.end).toBe("interrupted");
});

test("trials come in the order of their numbers", async () => {
  await writePart("x", { trials: [2, 0, 1], planned: 3 });
  await mergeRun(setting, "done");
  const lines = readFileSync(join(setting.folder, "events.jsonl"), "utf8").trim().split("\n");
  const numbers = lines.map((line) => {
    const { trial }: { trial?: number } = JSON.parse(line);
    return trial;
  });
  expect(numbers).toEqual([undefined, 0, 0, 1, 1, 2, 2, undefined]);
});

test("a suite is one file; what a second one says stays where it is, and is told", async () => {
  await writePart("x", { file: "a.eval.ts" });
  const second = await writePart("x", { file: "b.eval.ts" });
  const merged = await mergeRun(setting, "done");
  expect(merged?.errors).toEqual([
    expect.objectContaining({
      code: "EVAL_SUITE_ID",
      message: 'the id "s" is also that of a.eval.ts',
      place: { file: "b.eval.ts" },
    }),
  ]);
  expect(merged?.record.cases).toHaveLength(1);
  expect((await readRun(second)).cases).toHaveLength(1);
});

test("secrets of the environment are in no file of the run", async () => {
  // Made up here: nobody's.
  const secret = "hunter2-hunter2-hunter2";
  process.env["MADE_UP_TOKEN"] = secret;
  try {
    await writePart("x", { answer: `It is ${secret}.` });
    await mergeRun(setting, "done");
  } finally {
    delete process.env["MADE_UP_TOKEN"];
  }
  expect(readFileSync(join(setting.folder, "events.jsonl"), "utf8")).not.toContain(secret);
  expect(readFileSync(join(setting.folder, "summary.json"), "utf8")).not.toContain(secret);
});

test("where no agent was asked there is no run", async () => {
  expect(await mergeRun(setting, "done")).toBeUndefined();
});
