import { describe, expect, test } from "vitest";
import type {
  CheckRecord,
  Outcome,
  PlannedCase,
  RunRecord,
  TrialRecord,
} from "../../record/index.ts";
import { systemOfRun, targetsOfRun } from "./system-of-run.ts";

const usage = { inputTokens: 1, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

function check(judge: string | undefined, outcome: CheckRecord["outcome"] = "pass"): CheckRecord {
  const plain = { id: "c#1", check: "c", judged: judge !== undefined, outcome, message: "" };
  if (judge === undefined) return plain;
  const judges = ["z", judge].map((model) => {
    return { model, fingerprint: "f", verdict: "met" as const, votes: [] };
  });
  return { ...plain, judgment: { criterion: "k", fingerprint: "f", judge: `#${judge}`, judges } };
}

function trial(outcome: Outcome, of: Partial<TrialRecord> = {}): TrialRecord {
  return {
    trial: 0,
    outcome,
    checks: [],
    calls: [],
    status: "completed",
    route: [],
    answer: "",
    turns: 1,
    replies: 1,
    activeMs: 1,
    waitMs: 0,
    firstTokenMs: null,
    usage,
    judgeUsage: usage,
    costUsd: null,
    ...of,
  };
}

function record(trials: readonly TrialRecord[], of: Partial<PlannedCase> = {}): RunRecord {
  const planned = ["chat", "workflow"].map((target): PlannedCase => {
    const terms = { trials: trials.length, require: trials.length, critical: false, tags: [] };
    return { suite: "s", case: "c", target, ...terms, hash: `h ${target}`, question: "q", ...of };
  });
  const targets = ["workflow", "chat"].map((target) => {
    return { target, flow: "f", version: "1.0.0", agentModel: `m/${target}` };
  });
  const suite = { suite: "s", file: "s.suite.yml", hash: "", targets, agentModel: "m/a, m/b" };
  const rules = [{ metric: "pass_rate", rule: "at_least", bound: 0.9 }] as const;
  return {
    end: "done",
    started: {
      type: "run_started",
      schemaVersion: 1,
      run: "r",
      at: "2026-01-01T00:00:00.000Z",
      versions: { flowproof: "0", node: "v20" },
      seed: 0,
      labels: [],
      suites: [{ ...suite, judgeModel: "m/j", gates: { against: "chat", rules } }],
      plan: planned,
    },
    cases: planned.map(({ suite: id, case: name, target, tags, critical, require }) => {
      return { suite: id, case: name, target, tags, critical, require, outcome: "fail", trials };
    }),
  };
}

test("a target with its own model, and the gates that are its own", () => {
  const run = record([trial("pass")]);
  expect(targetsOfRun(run)).toEqual(["chat", "workflow"]);
  const { suites, cases } = systemOfRun(run, "workflow");
  expect(suites).toMatchObject([{ agentModel: "m/workflow", judgeModel: "m/j", gates: [{}] }]);
  expect(cases).toMatchObject([{ hash: "h workflow", question: "q" }]);
  // The others are held against it.
  expect(systemOfRun(run, "chat").suites).toMatchObject([{ agentModel: "m/chat", gates: [] }]);
});

test("who judged and which versions answered, over all trials", () => {
  const served = (agent: string): Partial<TrialRecord> => ({
    servedModels: { agent: [agent], judge: [] },
  });
  const trials = [
    trial("pass", { checks: [check("b"), check(undefined)], ...served("v2") }),
    trial("pass", { checks: [check("a"), check("b")], ...served("v1") }),
  ];
  expect(systemOfRun(record(trials), "chat").cases).toMatchObject([
    {
      judges: [
        { judge: "#a", models: ["a", "z"] },
        { judge: "#b", models: ["b", "z"] },
      ],
      served: { agent: ["v1", "v2"], judge: [] },
      terms: { trials: 2, require: 2 },
    },
  ]);
});

describe("a case fails whatever a judge says", () => {
  const byCode = trial("fail", { checks: [check("a"), check(undefined, "fail")] });
  const byJudge = trial("fail", { checks: [check("a", "fail"), check(undefined)] });
  test.each<[string, readonly TrialRecord[], number, true | undefined]>([
    ["by code", [byCode], 1, true],
    ["by the agent's own end", [trial("agent_error")], 1, true],
    ["not by the judge", [byJudge], 1, undefined],
    ["not by what the provider broke off", [trial("infra_error")], 1, undefined],
    ["only with so many trials that the rest cannot reach it", [byCode, byJudge], 1, undefined],
    ["with enough of them", [byCode, byJudge], 2, true],
  ])("%s", (_, trials, require, expected) => {
    const [found] = systemOfRun(record(trials, { require }), "chat").cases;
    expect(found?.failsUnjudged).toBe(expected);
  });
});
