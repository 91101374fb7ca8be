import { readRun, type RunRecord, type Transcripts, type TrialRecord } from "../../record/index.ts";
import type { RunInput } from "../report-input.ts";
import { isChosen, withTexts } from "./walk-texts.ts";

/** A run in which everything is there that a record can hold, and a transcript with every kind of step. */
export async function wholeRun(): Promise<RunInput> {
  const record = await readRun("fixtures/records/every-outcome");
  return { record: withEverything(record), ...transcripts };
}

/** The same run with this in place of every text that somebody else may have written. */
export async function hostileRun(payload: string): Promise<RunInput> {
  return withTexts(await wholeRun(), () => payload, isChosen);
}

function withEverything(record: RunRecord): RunRecord {
  const { started } = record;
  const [one, ...others] = started.suites;
  if (one === undefined) throw new Error("no suite");
  const kept = {
    schemaVersion: 1 as const,
    run: "20260101",
    at: "2026-01-01T00:00:00.000Z",
    target: "default",
    labels: ["scripted" as const],
    suites: [{ suite: one.suite, flow: "f", version: "1.0.0", agentModel: "m", judgeModel: "j" }],
    judges: [],
    cases: [],
  };
  const targets = one.targets.map((each) => ({ ...each, agentModel: "some/model" }));
  const gates = { rules: [{ metric: "pass_rate", rule: "not_worse_than" as const, bound: 0.05 }] };
  const suites = [{ ...one, targets, gates, baseline: { file: "b.json", kept } }, ...others];
  return {
    ...record,
    started: {
      ...started,
      suites,
      labels: ["scripted", "rescored"],
      rescoredFrom: "an-earlier-run",
      selection: { asked: ["--tag", "smoke"], cases: 2, of: 7 },
      request: { paths: ["suites"], flags: { tag: ["smoke"], model: "some/model" } },
      judges: [
        {
          name: "a-judge",
          judge: "0".repeat(64),
          criteria: 2,
          calibration: {
            state: "calibrated",
            truePositive: { passed: 1, total: 2 },
            trueNegative: { passed: 1, total: 2 },
            covered: 1,
          },
        },
        { name: "another", judge: "1", criteria: 1, calibration: { state: "changed" } },
      ],
    },
    coverage: [
      {
        flow: "a-flow",
        version: "1.0.0",
        components: { reached: 1, total: 2, missing: ["a-component"] },
        routes: { reached: 0, total: 1, missing: ["a → b"] },
        tools: { reached: 0, total: 1, missing: ["a_tool"] },
      },
    ],
    cases: record.cases.map((each, index) => ({
      ...each,
      tags: ["a-tag"],
      critical: index === 1,
      ...(index === 2 && { quarantine: { reason: "it is shaky", until: "2027-01-01" } }),
      history: {
        runs: 2,
        trials: 4,
        passes: 2,
        changed: true,
        flaky: true,
        verdict: "regression",
        p: 0.01,
      },
      trials: each.trials.map((trial, at) => (at === 0 ? wholeTrial(trial) : trial)),
    })),
  };
}

function wholeTrial(trial: TrialRecord): TrialRecord {
  const vote = {
    verdict: "met" as const,
    evidence: "an evidence",
    from: ["answer"],
    reasoning: "a reason",
  };
  const judge = { model: "some/judge", fingerprint: "2", verdict: "met" as const };
  return {
    ...trial,
    reason: "a reason",
    hint: "a hint",
    checks: [
      ...trial.checks,
      {
        id: "rubric#1",
        check: "rubric",
        judged: true,
        outcome: "undecided",
        message: "a message",
        details: "some\ndetails",
        score: { rubric: "a-rubric", grade: 2, of: 5, atLeast: 3 },
        judgment: {
          criterion: "a criterion",
          rubric: { name: "a-rubric", grades: { "1": "bad", "5": "good" }, atLeast: 3 },
          fingerprint: "3",
          judge: "4",
          judges: [
            { ...judge, votes: [vote, { error: "an error" }] },
            { ...judge, model: "other/judge", votes: [vote] },
          ],
        },
        repeats: ["pass", "fail"],
      },
    ],
    calls: [
      {
        component: "c",
        tool: "t",
        args: { a: "b", c: ["d"] },
        effectiveArgs: { a: "e" },
        isError: true,
      },
    ],
    apiRequests: [{ method: "POST", path: "/api/v4/x", body: { note: "a note" } }],
    route: ["a-component"],
    answer: "an answer",
    servedModels: { agent: ["served-1", "served-2"], judge: ["served-3"] },
    costUsd: null,
    atLeastUsd: 0.5,
    unpriced: ["some/model"],
  };
}

const text = { text: "some text" };
const key = { suite: "counts", target: "default", trial: 0 };
const transcripts: Transcripts = {
  transcripts: [
    {
      ...key,
      case: "closed-issues",
      outcome: "fail",
      steps: [
        { type: "user", turn: 0, text },
        { type: "entered", component: "a-component" },
        { type: "note", component: "a-component", kind: "a_kind", text },
        {
          type: "reply",
          component: "a-component",
          model: "some/model",
          text: { text: "cut text", cut: 100_000 },
          callIds: ["call-1"],
          error: text,
          activeMs: 5,
        },
        {
          type: "call",
          component: "a-component",
          callId: "call-1",
          tool: "a_tool",
          args: { text: '{"a":"b"}' },
          effectiveArgs: { text: '{"a":"c"}' },
          content: text,
          result: text,
          isError: true,
          durationMs: 5,
          answeredBy: "mock 2 of 3",
        },
        { type: "answer", turn: 0, text },
      ],
      omittedSteps: 2,
      exchanges: [{ user: text, answer: text, calls: 1 }],
      earlier: [text],
    },
  ],
  omitted: [{ ...key, case: "open-issues" }],
};
