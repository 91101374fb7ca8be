import { expect, test } from "vitest";
import { entry } from "../../../fixtures/eval/history-entry.ts";
import type { Outcome } from "../../record/index.ts";
import type { Prices } from "../run/prices.ts";
import { estimateCase, type PastEstimate } from "./estimate-case.ts";
import type { HistoryEntry } from "./history-entry.ts";
import { seriesKey } from "./kept-entries.ts";

const hash = "a".repeat(64);
const planned = {
  suite: "one",
  case: "a",
  target: "default",
  trials: 4,
  require: 4,
  critical: false,
  tags: [],
  hash,
};
const models = { agent: "claude-a", judge: "claude-b" };
const prices = { "claude-a": { input: 1, output: 10 }, "claude-b": { input: 2, output: 10 } };

function estimate(entries: readonly HistoryEntry[], of: Prices = prices): PastEstimate | undefined {
  const book = {
    entriesOf: (key: Parameters<typeof seriesKey>[0]) =>
      entries.filter((each) => seriesKey(each) === seriesKey(key)),
    notes: [],
  };
  return estimateCase({ planned, models }, book, of);
}

/** An entry whose trials' agent read so many tokens. */
function reading(...tokens: readonly number[]): HistoryEntry {
  const base = entry(
    1,
    tokens.map((): Outcome => "pass"),
  );
  const trials = base.trials.map((trial, index) => {
    return { ...trial, agent: { ...trial.agent, inputTokens: tokens[index] ?? 0 } };
  });
  return { ...base, trials };
}

test("the mean of earlier trials, times those that are planned, at today's prices", () => {
  const found = estimate([reading(1000, 3000)]);
  expect(found?.trials).toBe(2);
  const [agent, judge] = found?.roles ?? [];
  expect(agent).toMatchObject({
    role: "agent",
    model: "claude-a",
    requests: 8,
    usage: { inputTokens: 8000, outputTokens: 400 },
  });
  // A trial's agent costs (1000 or 3000) · 1 + 100 · 10 millionths of a dollar.
  expect(agent?.costUsd).toBeCloseTo(0.012, 10);
  expect(agent?.costRange?.low).toBeCloseTo(0.008, 10);
  expect(agent?.costRange?.high).toBeCloseTo(0.016, 10);
  expect(judge).toMatchObject({ role: "judge", model: "claude-b", requests: 4 });
  expect(judge?.costUsd).toBeCloseTo(0.012, 10);
});

test("the same version comes first, another one is better than nothing", () => {
  const other = { ...reading(9000), hash: "b".repeat(64) };
  expect(estimate([other, reading(1000)])?.roles[0]?.usage.inputTokens).toBe(4000);
  expect(estimate([other])?.roles[0]?.usage.inputTokens).toBe(36_000);
});

test.each<[string, Partial<HistoryEntry>]>([
  ["scripts", { kind: "scripted" }],
  ["another agent's model", { models: { agent: "claude-c", judge: "claude-b" } }],
  ["another judge's model", { models: { agent: "claude-a", judge: "claude-c" } }],
  ["another target", { target: "chat" }],
  ["another case", { case: "b" }],
])("runs of %s say nothing", (_, change) => {
  expect(estimate([{ ...reading(1000), ...change }])).toBeUndefined();
});

test("a target elsewhere tells no cost, which is not none", () => {
  const base = reading(0);
  const agent = { ...base.trials[0]?.agent, requests: 0, inputTokens: 0, outputTokens: 0 };
  const trials = base.trials.map((trial) => ({ ...trial, agent: { ...trial.agent, ...agent } }));
  const remote = { agent: "target/http", judge: models.judge };
  const past = { ...base, models: remote, trials };
  const book = { entriesOf: () => [past], notes: [] };
  const [first] = estimateCase({ planned, models: remote }, book, prices)?.roles ?? [];
  expect(first).toMatchObject({ role: "agent", costUsd: null, costRange: null });
});

test("trials that a provider or the suite cut short are left out", () => {
  const cut = entry(1, ["infra_error", "suite_error"]);
  expect(estimate([cut])).toBeUndefined();
  expect(estimate([cut, { ...reading(1000), run: "2" }])?.trials).toBe(1);
});

test("without a price the cost is unknown, and a judge that nobody asked is no part of it", () => {
  const base = reading(1000);
  const none = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
  const trials = base.trials.map((trial) => ({ ...trial, judge: { requests: 0, ...none } }));
  const found = estimate([{ ...base, trials }], { "claude-b": prices["claude-b"] });
  expect(found?.roles).toMatchObject([{ role: "agent", costUsd: null, costRange: null }]);
});
