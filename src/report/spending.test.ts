import { expect, test } from "vitest";
import type { CaseRecord, TrialRecord } from "../record/index.ts";
import { spendingNotes, costText } from "./spending-text.ts";
import { spendingOf } from "./spending.ts";

const usage = { inputTokens: 10, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0 };

const trial = (number: number, more: Partial<TrialRecord> = {}): TrialRecord => ({
  trial: number,
  outcome: "pass",
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
  costUsd: 0,
  ...more,
});

const caseOf = (trials: readonly TrialRecord[], more: Partial<CaseRecord> = {}): CaseRecord => ({
  suite: "one",
  case: "a",
  target: "default",
  tags: [],
  critical: false,
  require: 1,
  outcome: "pass",
  trials,
  ...more,
});

/** What a reader is told of the cost. */
function told(cases: readonly CaseRecord[]): readonly string[] {
  const spending = spendingOf(cases);
  return [costText(spending), ...spendingNotes(spending)];
}

const unpriced = (model: string): string =>
  `the price of ${model} is not known: write it under \`prices\` in flowproof.yml`;

test.each<[string, readonly CaseRecord[], readonly string[]]>([
  ["nothing", [caseOf([trial(0)])], ["no cost"]],
  ["all", [caseOf([trial(0, { costUsd: 0.25 }), trial(1, { costUsd: 0.25 })])], ["$0.50"]],
  [
    "nothing of it known",
    [caseOf([trial(0, { costUsd: null, atLeastUsd: 0, unpriced: ["x/m"] })])],
    ["cost unknown", unpriced("x/m")],
  ],
  [
    "a part of it known, and each model named once",
    [
      caseOf([trial(0, { costUsd: 0.5 })]),
      caseOf([
        trial(0, { costUsd: null, atLeastUsd: 0.25, unpriced: ["x/m"] }),
        trial(1, { costUsd: null, atLeastUsd: 0, unpriced: ["x/a", "x/m"] }),
      ]),
    ],
    ["at least $0.75, the rest is unknown", unpriced("x/a"), unpriced("x/m")],
  ],
  [
    "known replies",
    [
      caseOf([
        trial(0, { costUsd: 0.1, cached: { replies: 3, savedUsd: 0.2 } }),
        trial(1, { cached: { replies: 1, savedUsd: 0.1 } }),
      ]),
    ],
    ["$0.10", "4 replies came from the cache, which saved about $0.30"],
  ],
  [
    "known replies of a model without a price",
    [caseOf([trial(0, { cached: { replies: 1, savedUsd: null } })])],
    ["no cost", "1 reply came from the cache"],
  ],
  [
    "spared trials",
    [caseOf([trial(0, { costUsd: 0.2 }), trial(1, { costUsd: 0.4 })], { curtailed: 3 })],
    ["$0.60", "3 trials could change nothing any more: not run, which saved about $0.90"],
  ],
  [
    "spared trials of which one ran",
    [
      caseOf([trial(0, { costUsd: 0.2 })], {
        curtailed: 2,
        surplus: [trial(2, { costUsd: 0.3 })],
      }),
    ],
    [
      "$0.20, and $0.30 for trials that were not needed any more",
      "2 trials could change nothing any more: 1 not run, 1 under way already, which saved about $0.20",
    ],
  ],
])("of a cost that is told: %s", (_, cases, texts) => {
  expect(told(cases)).toEqual(texts);
});

test("what is not known is never counted as nothing", () => {
  const cases = [caseOf([trial(0, { costUsd: null, atLeastUsd: 0.25, unpriced: ["x/m"] })])];
  expect(spendingOf(cases)).toEqual({ costUsd: null, costAtLeastUsd: 0.25, unpriced: ["x/m"] });
});
