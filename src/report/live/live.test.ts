import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { RunEvent } from "../../record/index.ts";
import type { LiveReporter } from "./live-reporter.ts";
import { createPlainLive } from "./plain-live.ts";
import { createTerminalLive } from "./terminal-live.ts";

const events: RunEvent[] = readFileSync("fixtures/records/every-outcome/events.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line): RunEvent => JSON.parse(line));

function show(create: (write: (text: string) => void) => LiveReporter): string {
  let written = "";
  const live = create((text) => void (written += text));
  for (const event of events) live.onEvent(event);
  live.onWait?.(1500, "rate limited");
  live.close();
  return written;
}

test("without a terminal there is one plain line a case, when it is settled", () => {
  expect(show(createPlainLive)).toMatchInlineSnapshot(`
    "[1/7] pass        counts › open-issues 120 ms
    [2/7] fail        counts › closed-issues 120 ms
    [3/7] pass        counts › flaky (2/3) 360 ms
    [4/7] agent error counts › stuck 120 ms
    [5/7] judge error triage › judge-unsure 120 ms
    [6/7] infra error triage › provider-down 120 ms
    [7/7] suite error triage › unmocked 120 ms
    waiting 1.5 s: rate limited
    "
  `);
});

test("without a terminal lines may be written together, and none is left at the end", () => {
  const written: string[] = [];
  const works: (() => void)[] = [];
  const live = createPlainLive(
    (text) => void written.push(text),
    (work) => void works.push(work),
  );
  for (const event of events) live.onEvent(event);
  // The first at once.
  expect([written.length, works.length]).toEqual([1, 1]);
  works[0]?.();
  expect([written.length, works.length]).toEqual([2, 2]);
  live.onWait?.(1500, "rate limited");
  live.close();
  works[1]?.();
  expect(written.join("")).toBe(show(createPlainLive));
  expect(written).toHaveLength(3);
});

test("on a terminal one line is written over, and what does not pass stays above it", () => {
  const written = show((write) => createTerminalLive({ write, color: false, columns: 60 }));
  const screen = written
    .split("\n")
    .map((line) => line.split("\r").at(-1) ?? "")
    .map((line) => stripVTControlCharacters(line));
  expect(screen).toEqual([
    "fail  counts › closed-issues: called#1: create_issue was not called",
    "agent error  counts › stuck: the agent was still calling tools after 50 replies",
    "judge error  triage › judge-unsure: judge#1: the judge cannot tell",
    "infra error  triage › provider-down: MODEL_OVERLOADED: the provider answered 529",
    "suite error  triage › unmocked: the agent called get_issue, which no mock answers",
    "",
  ]);
  const statusLines = written.split("\r").map((line) => stripVTControlCharacters(line));
  expect(statusLines.some((line) => line.startsWith("7/7 cases · 5 not passed · 0 running"))).toBe(
    true,
  );
  expect(statusLines.every((line) => line.includes("\n") || line.length < 60)).toBe(true);
});
