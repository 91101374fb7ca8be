import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ExchangeRecord, PlannedCase, RunStarted } from "../events/index.ts";
import type { Outcome } from "../outcome.ts";
import { readEvents } from "../read-run.ts";
import type { RunEvent } from "../run-event.ts";
import type { TrialKey } from "../trial-key.ts";
import { maxTextBytes } from "./cut-text.ts";
import { readTranscripts, TranscriptReader, transcriptLimits } from "./read-transcripts.ts";
import type { Transcripts, TranscriptStep, TrialTranscript } from "./trial-transcript.ts";

const [started] = await readEvents("fixtures/records/every-outcome");
if (started?.type !== "run_started") throw new Error("no start");
const { record } = await firstFinished();
const usage = record.usage;

async function firstFinished(): Promise<Extract<RunEvent, { type: "trial_finished" }>> {
  const events = await readEvents("fixtures/records/every-outcome");
  const found = events.find((event) => event.type === "trial_finished");
  if (found?.type !== "trial_finished") throw new Error("no trial");
  return found;
}

function planned(id: string, trials = 1): PlannedCase {
  const hash = "0".repeat(64);
  const terms = { trials, require: trials, critical: false, tags: [], hash };
  return { suite: "s", case: id, target: "default", ...terms };
}

function start(...plan: readonly PlannedCase[]): RunStarted {
  if (started?.type !== "run_started") throw new Error("no start");
  return { ...started, plan };
}

function key(id: string, trial = 0): TrialKey {
  return { suite: "s", case: id, target: "default", trial };
}

function began(of: TrialKey): RunEvent {
  return { ...of, type: "trial_started", at: "" };
}

function ended(
  of: TrialKey,
  outcome: Outcome = "pass",
  exchanges?: readonly ExchangeRecord[],
): RunEvent {
  const trial = { ...record, trial: of.trial, outcome };
  return { ...of, type: "trial_finished", at: "", record: trial, ...(exchanges && { exchanges }) };
}

function entered(of: TrialKey, component = "helper"): RunEvent {
  return { ...of, type: "component_entered", component };
}

function called(of: TrialKey, result: string, extra: { readonly content?: string } = {}): RunEvent {
  const call = { component: "helper", callId: "c", tool: "t", args: { a: 1 } };
  return { ...of, type: "tool_called", ...call, result, ...extra, isError: false, durationMs: 5 };
}

function replied(of: TrialKey, text: string, sent: readonly string[] = []): RunEvent {
  const parts = text === "" ? [] : [{ type: "text" as const, text }];
  const times = { firstTokenMs: 1, activeMs: 2, waitMs: 0, attempts: 1 };
  const reply = { parts, stopReason: "end_turn", usage, servedModel: "m", ...times };
  const add = sent.map((each) => ({ role: "user" as const, text: each }));
  const request = { keep: 0, add };
  return {
    ...of,
    type: "model_called",
    role: "agent",
    component: "helper",
    model: "m",
    request,
    reply,
  };
}

function judged(of: TrialKey): RunEvent {
  const event = replied(of, "met");
  return event.type === "model_called" ? { ...event, role: "judge" } : event;
}

function read(events: readonly RunEvent[], limits = transcriptLimits): Transcripts {
  const reader = new TranscriptReader(limits);
  for (const event of events) reader.add(event);
  return reader.transcripts();
}

/** Steps in short: `user 0: hi`. */
function short(step: TranscriptStep): string {
  if (step.type === "entered") return `entered ${step.component}`;
  if (step.type === "call") return `call: ${step.content.text}`;
  return `${nameOf(step)}: ${step.text.text}`;
}

function nameOf(step: Exclude<TranscriptStep, { type: "entered" | "call" }>): string {
  if (step.type === "user") return `user ${step.turn}${step.asSent === true ? " as sent" : ""}`;
  if (step.type === "answer") return `answer ${step.turn}`;
  if (step.type === "reply" && step.answers !== undefined) return `answer ${step.answers} as reply`;
  return step.type;
}

function story({ transcripts }: Transcripts, id = "a"): readonly string[] {
  return (transcripts.find((each) => each.case === id)?.steps ?? []).map(short);
}

const a = key("a");
const two: readonly ExchangeRecord[] = [
  { user: "u1", answer: "a1", calls: 1 },
  { user: "u2", answer: "a2", calls: 2 },
];

test.each<[name: string, events: readonly RunEvent[], expected: readonly string[]]>([
  [
    "answers that a reply says",
    [
      entered(a),
      replied(a, "", ["u1"]),
      called(a, "r1"),
      replied(a, "a1\n"),
      entered(a),
      replied(a, "", ["u2"]),
      called(a, "r2"),
      replied(a, "a2"),
      entered(a, "end"),
      ended(a, "pass", two),
    ],
    [
      "user 0: u1",
      "entered helper",
      "reply: ",
      "call: r1",
      "answer 0 as reply: a1\n",
      "user 1: u2",
      "entered helper",
      "reply: ",
      "call: r2",
      "answer 1 as reply: a2",
      "entered end",
    ],
  ],
  [
    "answers that no reply says",
    [
      replied(a, "", ["u1"]),
      called(a, "r1"),
      replied(a, "{}"),
      entered(a),
      replied(a, "", ["it is: u2"]),
      called(a, "r2"),
      replied(a, "{}"),
      ended(a, "pass", two),
    ],
    [
      "user 0: u1",
      "reply: ",
      "call: r1",
      "reply: {}",
      "answer 0: a1",
      "user 1: u2",
      "entered helper",
      "reply: ",
      "call: r2",
      "reply: {}",
      "answer 1: a2",
    ],
  ],
  [
    "a target that tells its calls and nothing else",
    [called(a, "r1"), called(a, "r2"), ended(a, "pass", two)],
    ["user 0: u1", "call: r1", "answer 0: a1", "user 1: u2", "call: r2", "answer 1: a2"],
  ],
  [
    "a target that does not tell its calls",
    [ended(a, "pass", [{ user: "u1", answer: "a1", calls: 0 }])],
    ["user 0: u1", "answer 0: a1"],
  ],
  [
    "a trial that was broken off, as the model got it",
    [
      entered(a),
      replied(a, "", ["u1"]),
      called(a, "r1"),
      replied(a, "hm", ["u1"]),
      ended(a, "fail"),
    ],
    ["entered helper", "user 0 as sent: u1", "reply: ", "call: r1", "reply: hm"],
  ],
  ["what judges were asked is left out", [judged(a), ended(a)], []],
])("%s", (_, events, expected) => {
  expect(story(read([start(planned("a")), began(a), ...events]))).toEqual(expected);
});

test("trials that take place at the same time are told apart", () => {
  const b = key("b");
  const events = [began(a), began(b), called(a, "of a"), called(b, "of b"), ended(b), ended(a)];
  const all = read([start(planned("a"), planned("b")), ...events]);
  expect(all.transcripts.map((each) => each.case)).toEqual(["a", "b"]);
  expect(story(all)).toEqual(["call: of a"]);
  expect(story(all, "b")).toEqual(["call: of b"]);
});

test("of a trial that ran again only the last attempt is told, and of one in doubt the first", () => {
  const resumed = (...repeated: readonly TrialKey[]): RunEvent => ({
    type: "run_resumed",
    at: "",
    versions: { flowproof: "0", node: "20" },
    repeated: repeated.map((each) => ({ ...each, why: "changed" })),
  });
  const first = [start(planned("a")), began(a), called(a, "killed")];
  const again = [began(a), called(a, "second"), ended(a)];
  const third = [began(a), called(a, "third"), ended(a)];
  expect(story(read(first))).toEqual([]);
  expect(story(read([...first, resumed(), ...again]))).toEqual(["call: second"]);
  expect(story(read([...first, resumed(), ...again, resumed(a), ...third]))).toEqual([
    "call: third",
  ]);
  expect(story(read([...first, resumed(), ...again, resumed(), ...third]))).toEqual([
    "call: second",
  ]);
  expect(read([...first, resumed(), ...again, resumed(a)])).toEqual({
    transcripts: [],
    omitted: [],
  });
});

test("a long text is cut at a whole character, and says how long it was", () => {
  const long = "é€😀".repeat(50_000);
  const only: TrialTranscript | undefined = read([
    start(planned("a")),
    began(a),
    called(a, long, { content: "\u{d800}".repeat(100_000) }),
    ended(a, "pass", [{ user: long, answer: "short", calls: 1 }]),
  ]).transcripts[0];
  const call = only?.steps.find((step) => step.type === "call");
  for (const text of [call?.result, only?.exchanges[0]?.user]) {
    expect(text?.cut).toBe(long.length);
    expect(long.startsWith(text?.text ?? "-")).toBe(true);
    expect(Buffer.byteLength(text?.text ?? "")).toBeGreaterThan(maxTextBytes - 4);
    expect(Buffer.byteLength(text?.text ?? "")).toBeLessThanOrEqual(maxTextBytes);
  }
  expect(call?.content.cut).toBe(100_000);
  expect(Buffer.byteLength(call?.content.text ?? "")).toBeLessThanOrEqual(maxTextBytes);
  expect(only?.exchanges[0]?.answer).toEqual({ text: "short" });
});

test("who answered is told where the journal knows it", () => {
  const event = { ...called(a, "r"), answeredBy: "mock 2 of 3" };
  const steps = read([start(planned("a")), event, called(a, "r"), ended(a)]).transcripts[0]?.steps;
  expect(steps).toMatchObject([{ answeredBy: "mock 2 of 3" }, { type: "call" }]);
  expect(steps?.[1]).not.toHaveProperty("answeredBy");
});

test("where there is no room for all, failures go first, then the first trial of each case", () => {
  const plan = [planned("a", 3), planned("b", 3), planned("c", 3)];
  const events = plan.flatMap((each) =>
    [2, 1, 0].flatMap((trial) => {
      const of = key(each.case, trial);
      return [
        called(of, "x".repeat(800)),
        ended(of, each.case === "c" && trial > 0 ? "judge_error" : "pass"),
      ];
    }),
  );
  for (const trials of [0, 1, 2, 4, 5, 8, 9]) {
    const { transcripts, omitted } = read([start(...plan), ...events], {
      maxBytes: trials * 1010,
      maxTrialBytes: 10_000,
    });
    const names = transcripts.map(({ case: id, trial }) => `${id}${trial}`);
    const wanted = ["c1", "c2", "a0", "b0", "c0", "a1", "a2", "b1", "b2"].slice(0, trials);
    expect(names).toEqual(wanted.toSorted());
    const left = omitted.map(({ case: id, trial }) => `${id}${trial}`);
    expect([...names, ...left].toSorted()).toHaveLength(9);
    expect(left).toEqual(left.toSorted());
  }
});

test("a trial beyond all measure is told from its beginning", () => {
  const calls = Array.from({ length: 10 }, (_, index) => called(a, `${index}`.repeat(100)));
  const limits = { maxBytes: 10_000, maxTrialBytes: 1000 };
  const [only] = read([start(planned("a")), ...calls, ended(a)], limits).transcripts;
  expect(only?.steps.map((step) => short(step).slice(0, 7))).toEqual([
    "call: 0",
    "call: 1",
    "call: 2",
  ]);
  expect(only?.omittedSteps).toBe(7);
});

test("trials that are not planned any more are not told", () => {
  const events = [ended(key("a", 0)), ended(key("a", 1)), ended(key("gone"))];
  const { transcripts, omitted } = read([start(planned("a", 1)), ...events]);
  expect(transcripts.map(({ trial }) => trial)).toEqual([0]);
  expect(omitted).toEqual([]);
});

test("a journal is read as far as it goes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "transcripts-"));
  const path = join(folder, "events.jsonl");
  const events = [start(planned("a")), began(a), called(a, "r"), ended(a)];
  await writeFile(path, events.map((event) => `${JSON.stringify(event)}\n`).join(""));
  await appendFile(path, '{"type":"tool_ca');
  expect(story(await readTranscripts(folder))).toEqual(["call: r"]);
  await appendFile(path, "\n{}\n");
  await expect(readTranscripts(folder)).rejects.toMatchObject({ code: "JSONL_BROKEN" });
  await rm(folder, { recursive: true });
  await expect(readTranscripts(folder)).rejects.toMatchObject({ code: "RECORD_NOT_FOUND" });
});
