import { expect, test } from "vitest";
import type { CheckRecord, OpinionRecord, RunRecord } from "../record/index.ts";
import { panelAgreements } from "./panel-agreement.ts";

type Said = OpinionRecord | "error";

function check(models: readonly string[], said: readonly Said[], atLeast?: number): CheckRecord {
  const judges = said.map((verdict, index) => ({
    model: models[index] ?? "",
    fingerprint: "f",
    verdict: verdict === "error" ? ("cannot_tell" as const) : verdict,
    votes: [
      verdict === "error" ? { error: "529" } : { verdict, evidence: "", from: [], reasoning: "" },
    ],
  }));
  const rubric = atLeast === undefined ? {} : { rubric: { name: "correctness", atLeast } };
  const judgment = { criterion: "c", fingerprint: "f", judge: "j", judges, ...rubric };
  return { id: "judge#1", check: "judge", judged: true, outcome: "pass", message: "", judgment };
}

/** One trial for each check: who said what decides, not where. */
function runOf(...checks: readonly CheckRecord[]): Pick<RunRecord, "cases"> {
  const trials = checks.map((each, trial) => ({
    trial,
    outcome: "pass" as const,
    checks: [each],
    calls: [],
    status: "completed",
    route: [],
    answer: "",
    turns: 1,
    replies: 1,
    activeMs: 0,
    waitMs: 0,
    firstTokenMs: null,
    usage: none,
    judgeUsage: none,
    costUsd: 0,
  }));
  const key = { suite: "s", case: "c", target: "t" };
  const settled = { tags: [], critical: false, require: 1, outcome: "pass" as const };
  return { cases: [{ ...key, ...settled, trials }] };
}

const none = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const two = ["m/a", "m/b"];
const three = ["m/a", "m/b", "m/c"];
const times = (count: number, models: readonly string[], ...said: readonly Said[]) =>
  Array.from({ length: count }, () => check(models, said));

test("two models: Cohen's kappa, here .4 by hand", () => {
  const checks = [
    ...times(20, two, "met", "met"),
    ...times(5, two, "met", "not_met"),
    ...times(10, two, "not_met", "met"),
    ...times(15, two, "not_met", "not_met"),
  ];
  const [panel] = panelAgreements(runOf(...checks));
  expect(panel).toMatchObject({ models: two, items: 50, agreed: 35, measure: "cohen_kappa" });
  expect(panel?.kappa).toBeCloseTo(0.4, 12);
});

test("more than two: Krippendorff's alpha, with gaps where a model did not answer", () => {
  const checks = [
    check(three, ["met", "met", "met"]),
    check(three, ["not_met", "not_met", "error"]),
    check(three, ["met", "error", "error"]),
    check(three, ["cannot_tell", "met", "met"]),
  ];
  const [panel] = panelAgreements(runOf(...checks));
  expect(panel).toMatchObject({ items: 3, agreed: 2, measure: "krippendorff_alpha" });
  // 8 ratings: 5 met, 2 not_met, 1 cannot_tell; agreeing 3 + 2 + 1.
  expect(panel?.kappa).toBeCloseTo(1 - (7 * (8 - 6)) / (64 - (25 + 4 + 1)), 12);
});

test("grades agree where they are high enough together, or too low together", () => {
  const checks = [check(two, [3, 4], 3), check(two, [1, 2], 3), check(two, [2, 3], 3)];
  expect(panelAgreements(runOf(...checks))[0]).toMatchObject({ items: 3, agreed: 2 });
});

test("where all say the same always, chance would as well", () => {
  expect(panelAgreements(runOf(...times(3, two, "met", "met")))[0]).toMatchObject({
    items: 3,
    agreed: 3,
    kappa: null,
  });
});

test("each panel by itself, and one judge is none", () => {
  const panels = panelAgreements(
    runOf(
      ...times(2, three, "met", "met", "met"),
      ...times(1, two, "met", "met"),
      ...times(4, ["m/a"], "met"),
    ),
  );
  expect(panels.map(({ models, items }) => [models.length, items])).toEqual([
    [3, 2],
    [2, 1],
  ]);
  expect(panelAgreements(runOf())).toEqual([]);
});
