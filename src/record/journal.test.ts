import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRedactor } from "../core/secrets/redactor.ts";
import type { ModelCalled, RunStarted } from "./events/index.ts";
import { type Journal, openJournal } from "./journal.ts";
import type { RunEvent } from "./run-event.ts";

const [started, , , finished] = readFileSync("fixtures/records/every-outcome/events.jsonl", "utf8")
  .split("\n")
  .filter((line) => /"(?:run_started|trial_finished)"/.test(line))
  .map((line): RunEvent => JSON.parse(line));
const key = { suite: "counts", case: "open-issues", target: "default", trial: 0 };
const secret = "hunter2hunter2hunter2";

let folder = "";
let journal: Journal;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-journal-"));
  journal = await openJournal(folder, first(), createRedactor({ known: [secret] }));
});

afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function first(): RunStarted {
  if (started?.type !== "run_started") throw new Error("the fixture begins otherwise");
  return started;
}

function called(...system: readonly string[]): ModelCalled {
  const blocks = system.map((text) => ({ text, cache: true }));
  const request = { system: blocks, keep: 0, add: [] };
  return { ...key, type: "model_called", role: "agent", component: "a", model: "m", request };
}

function written(): readonly RunEvent[] {
  return readFileSync(join(folder, "events.jsonl"), "utf8")
    .split("\n")
    .slice(1, -1)
    .map((line): RunEvent => JSON.parse(line));
}

test("the end of a trial is on disk as soon as it is appended, and all before it", () => {
  if (finished?.type !== "trial_finished") throw new Error("the fixture holds no trial");
  journal.append({ ...key, type: "component_entered", component: "a" });
  expect(written()).toEqual([]);
  journal.append(finished);
  expect(written().map(({ type }) => type)).toEqual(["component_entered", "trial_finished"]);
});

test("a long text of a prompt is written once, before its first use; short ones stay", async () => {
  const long = "You count issues. ".repeat(20);
  journal.append(called(long, "Today is Monday."));
  journal.append(called(long));
  journal.append(called(`${long}!`));
  await journal.close();
  const [text, use, again, other, otherUse] = written();
  expect(text).toEqual({
    type: "text_kept",
    id: expect.stringMatching(/^[a-f0-9]{16}$/),
    text: long,
  });
  const kept = text?.type === "text_kept" ? text.id : "";
  const blocks = [{ kept, cache: true }];
  expect(use).toMatchObject({
    request: { system: [...blocks, { text: "Today is Monday.", cache: true }] },
  });
  expect(again).toMatchObject({ request: { system: blocks } });
  expect(other).toMatchObject({ type: "text_kept", text: `${long}!` });
  expect(otherUse).not.toMatchObject({ request: { system: blocks } });
  expect(written()).toHaveLength(5);
});

test("a secret in a long text is not written, and neither is anything made of it", async () => {
  const around = "You count issues. ".repeat(20);
  journal.append(called(around + secret));
  journal.append(called(`${around}[REDACTED]`));
  await journal.close();
  const kept = written().filter(({ type }) => type === "text_kept");
  expect(kept.map((each) => each)).toMatchObject([
    { text: `${around}[REDACTED]` },
    { text: `${around}[REDACTED]` },
  ]);
  // The id tells no more than the text that is written.
  expect(new Set(kept.map((each) => ("id" in each ? each.id : ""))).size).toBe(1);
});
