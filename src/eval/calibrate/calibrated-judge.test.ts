import { expect, test } from "vitest";
import { calibratedJudge } from "./calibrated-judge.ts";
import { calibrationFileName, calibrationOf } from "./calibration-file.ts";
import type { JudgedAs, RatedItem } from "./judge-quality.ts";

const rated = (amount: number, human: boolean, judge: JudgedAs, criterion = "c"): RatedItem[] =>
  Array.from({ length: amount }, () => ({ criterion, human, judge }));

const key = { name: "anthropic/claude-haiku-4-5", judge: "f".repeat(64) };
const observed = { passed: 80, total: 100 };
const items = [
  ...rated(57, true, "met"),
  ...rated(3, true, "not_met", "b"),
  ...rated(34, false, "not_met"),
  ...rated(6, false, "met", "b"),
];

test("rates, agreement and the corrected share are those of the reference values", () => {
  const judge = calibratedJudge(key, items, observed);
  expect(judge.truePositive).toMatchObject({ passed: 57, total: 60, rate: 0.95 });
  expect(judge.trueNegative).toMatchObject({ passed: 34, total: 40, rate: 0.85 });
  expect(judge).toMatchObject({ items: 100, decided: 100, agreed: 91 });
  expect(judge.corrected).toMatchObject({ observed });
  expect(judge.corrected?.plain).toBeCloseTo(0.8125, 12);
  expect(judge.corrected?.rate).toBeCloseTo(0.809341, 6);
  expect(judge.corrected?.low).toBeCloseTo(0.686662, 6);
  expect(judge.corrected?.high).toBeCloseTo(0.934438, 6);
  expect(judge.criteria.map(({ criterion, items: its }) => [criterion, its])).toEqual([
    ["b", 9],
    ["c", 91],
  ]);
});

test("kappa falls where nearly all is met, AC1 does not", () => {
  const trap = [
    ...rated(90, true, "met"),
    ...rated(5, false, "met"),
    ...rated(4, true, "not_met"),
    ...rated(1, false, "not_met"),
  ];
  const { kappa, ac1 } = calibratedJudge(key, trap, observed);
  expect(kappa).toBeCloseTo(0.134615, 6);
  expect(ac1).toBeCloseTo(0.899559, 6);
});

test("what has no verdict is told and counts nowhere", () => {
  const missing = [...items, ...rated(7, true, "cannot_tell"), ...rated(2, false, "error")];
  const judge = calibratedJudge(key, missing, observed);
  expect(judge.missing).toEqual({ cannotTell: 7, error: 2 });
  expect(judge).toMatchObject({ items: 109, decided: 100 });
  expect(judge.truePositive).toMatchObject({ passed: 57, total: 60 });
});

test("one kind of label leaves the other rate unknown, and nothing to correct by", () => {
  const judge = calibratedJudge(key, rated(5, true, "met"), observed);
  expect(judge).toMatchObject({ trueNegative: null, corrected: null, kappa: null });
  expect(calibratedJudge(key, items, { passed: 0, total: 0 }).corrected).toBeNull();
  const coin = [...rated(5, true, "met"), ...rated(5, false, "met")];
  expect(calibratedJudge(key, coin, observed).corrected).toBeNull();
});

test("what is kept is counts, and the same for the same", () => {
  const people = { people: ["ann", "ben"], pairs: [], alpha: null };
  const kept = calibrationOf(calibratedJudge(key, items, observed), { disputed: 1, people });
  expect(kept).toMatchObject({
    schemaVersion: 1,
    model: key.name,
    judge: key.judge,
    labels: { items: 100, people: 2, disputed: 1 },
    truePositive: { passed: 57, total: 60 },
    trueNegative: { passed: 34, total: 40 },
  });
  expect(kept.criteria[0]).toEqual({
    criterion: "b",
    truePositive: { passed: 0, total: 3 },
    trueNegative: { passed: 0, total: 6 },
  });
});

test.each([
  ["anthropic/claude-haiku-4-5", "anthropic-claude-haiku-4-5.json"],
  ["openai/a + openai/b, 3 votes each", "openai-a-openai-b-3-votes-each.json"],
  ["script/../../x", "script-..-..-x.json"],
  ["…/../", "judge.json"],
])("%s is kept in %s", (name, file) => {
  expect(calibrationFileName(name)).toBe(file);
});
