import { expect, test } from "vitest";
import { juryIdentity } from "../../judge/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { Calibration } from "./calibration-file.ts";
import { plannedJudges } from "./planned-judges.ts";

const judging = { votes: 1, isolate: false };
const haiku = "anthropic/claude-haiku-4-5";
const caseOf = (judge: string, ...criteria: readonly string[]) => ({
  models: { judge },
  judging,
  criteria,
});

const calibration = (judge: string): Calibration => ({
  schemaVersion: 1,
  model: haiku,
  judge,
  labels: { items: 3, people: 1, disputed: 0 },
  truePositive: { passed: 2, total: 2 },
  trueNegative: { passed: 1, total: 1 },
  kappa: 1,
  ac1: 1,
  missing: { cannotTell: 0, error: 0 },
  criteria: [
    {
      criterion: "a",
      truePositive: { passed: 2, total: 2 },
      trueNegative: { passed: 0, total: 0 },
    },
    {
      criterion: "z",
      truePositive: { passed: 0, total: 0 },
      trueNegative: { passed: 1, total: 1 },
    },
  ],
});
const idOf = (votes = 1) => juryIdentity({ models: [haiku], votes }, sha256Hex);

test("every real judge once, with its criteria, by its full name", () => {
  const cases = [
    caseOf("claude-haiku-4-5", "a", "b"),
    caseOf(haiku, "b", "c"),
    caseOf("openai/judge", "a"),
  ];
  expect(plannedJudges(cases, [])).toMatchObject([
    { name: haiku, judge: idOf(), criteria: 3, calibration: { state: "uncalibrated" } },
    { name: "openai/judge", criteria: 1 },
  ]);
});

test("a script judges nobody, and neither does who is not asked", () => {
  expect(plannedJudges([caseOf("script/a.yml", "a"), caseOf(haiku)], [])).toEqual([]);
});

test("a panel is a judge of its own, whatever the order; so is one with votes", () => {
  const panel = (...judges: readonly string[]) => ({
    models: { judge: judges.join(", "), judges },
    judging,
    criteria: ["a"],
  });
  const judges = plannedJudges(
    [panel("openai/b", "claude-a"), panel("claude-a", "openai/b"), caseOf("claude-a", "a")],
    [],
  );
  expect(judges.map(({ name }) => name)).toEqual([
    "anthropic/claude-a",
    "anthropic/claude-a + openai/b",
  ]);
  const voting = { ...caseOf("claude-a", "a"), judging: { ...judging, votes: 3 } };
  expect(plannedJudges([voting], [])[0]?.name).toBe("anthropic/claude-a, 3 votes");
});

test.each([
  ["its calibration", [calibration(idOf())], { state: "calibrated", covered: 1 }],
  ["one of what it was", [calibration("0".repeat(64))], { state: "changed" }],
  ["one with more votes", [calibration(idOf(3))], { state: "changed" }],
  ["that of another", [{ ...calibration("0".repeat(64)), model: "x" }], { state: "uncalibrated" }],
])("known by %s", (_, calibrations, expected) => {
  const [judge] = plannedJudges([caseOf(haiku, "a", "b")], calibrations);
  expect(judge?.calibration).toMatchObject(expected);
});
