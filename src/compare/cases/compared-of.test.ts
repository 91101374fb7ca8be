import { describe, expect, test } from "vitest";
import type { CaseRecord, TrialRecord } from "../../record/index.ts";
import { comparedOf } from "./compared-of.ts";

const usage = { inputTokens: 10, outputTokens: 5, cacheReadTokens: 2, cacheWriteTokens: 1 };
const none = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const call = { component: "c", tool: "t", args: {}, isError: false };

function trial(of: Partial<TrialRecord> = {}): TrialRecord {
  return {
    trial: 0,
    outcome: "pass",
    checks: [],
    calls: [call],
    status: "completed",
    route: [],
    answer: "",
    turns: 1,
    replies: 1,
    activeMs: 100,
    waitMs: 7,
    firstTokenMs: 20,
    usage,
    judgeUsage: none,
    costUsd: 0.5,
    ...of,
  };
}

function record(trials: readonly TrialRecord[], of: Partial<CaseRecord> = {}): CaseRecord {
  const base = { suite: "s", case: "c", target: "default", tags: ["x"], critical: true };
  return { ...base, require: 1, outcome: "pass", trials, ...of };
}

describe("comparedOf", () => {
  test("takes means over trials", () => {
    const other = trial({ activeMs: 300, firstTokenMs: null, calls: [], costUsd: 1.5 });
    expect(comparedOf(record([trial(), other]))).toEqual({
      suite: "s",
      case: "c",
      tags: ["x"],
      critical: true,
      passed: true,
      scores: new Map(),
      latencyMs: 200,
      firstTokenMs: 20,
      tokens: 18,
      costUsd: 1,
      toolCalls: 0.5,
    });
  });

  test.each([
    ["pass", true],
    ["fail", false],
    ["agent_error", false],
    ["judge_error", undefined],
    ["infra_error", undefined],
    ["suite_error", undefined],
    [undefined, undefined],
  ] as const)("the outcome %s is %s", (outcome, passed) => {
    expect(comparedOf(record([], { outcome })).passed).toBe(passed);
  });

  test("what a provider or the suite broke off is not measured", () => {
    const broken = trial({ outcome: "infra_error", activeMs: 9_000 });
    expect(comparedOf(record([trial(), broken])).latencyMs).toBe(100);
    expect(comparedOf(record([broken])).latencyMs).toBeUndefined();
  });

  test("what is not known is nothing, not zero", () => {
    const replay = trial({ activeMs: 0, firstTokenMs: null, costUsd: null });
    expect(comparedOf(record([replay]))).toMatchObject({
      latencyMs: undefined,
      firstTokenMs: undefined,
      costUsd: undefined,
    });
    const closed = trial({ unknown: ["calls", "times", "usage"], calls: [], usage: none });
    expect(comparedOf(record([closed]))).toMatchObject({
      latencyMs: undefined,
      tokens: undefined,
      costUsd: undefined,
      toolCalls: undefined,
    });
  });

  test.each([
    ["with what the cache saved", { costUsd: 0.1, cached: { replies: 1, savedUsd: 0.4 } }, 0.5],
    ["without the judge", { costUsd: 0.9, agentCostUsd: 0.2 }, 0.2],
    ["unknown where the agent's is", { costUsd: 0.9, agentCostUsd: null }, undefined],
    ["unknown where that is", { costUsd: 0.1, cached: { replies: 1, savedUsd: null } }, undefined],
  ])("the cost of doing it again, %s", (_, of, costUsd) => {
    expect(comparedOf(record([trial(of)])).costUsd).toBe(costUsd);
  });

  test("grades by rubric, the mean over trials", () => {
    const graded = (grade: number): TrialRecord =>
      trial({
        checks: [
          {
            id: "rubric#1",
            check: "rubric",
            judged: true,
            outcome: "pass",
            message: "",
            score: { rubric: "correctness", grade, of: 4, atLeast: 3 },
          },
        ],
      });
    const { scores } = comparedOf(record([graded(4), graded(3), trial()]));
    expect([...scores]).toEqual([["correctness", 3.5]]);
  });
});
