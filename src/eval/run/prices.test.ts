import { expect, test } from "vitest";
import { addCosts, costOf, type Prices } from "./prices.ts";

const usage = {
  inputTokens: 1_000_000,
  outputTokens: 100_000,
  cacheReadTokens: 2_000_000,
  cacheWriteTokens: 10_000,
};
const nothing = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const prices: Prices = {
  "claude-a": { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 },
  "other/b": { input: 2, output: 4 },
};

test.each<[string, "live" | "script" | "replay", typeof usage, number | null]>([
  ["anthropic/claude-a", "live", usage, 1 + 0.5 + 0.2 + 0.0125],
  ["other/b", "live", usage, 2 + 0.4 + 4 + 0.02],
  ["anthropic/b", "live", usage, null],
  ["anthropic/unknown", "live", usage, null],
  ["anthropic/unknown", "live", nothing, 0],
  ["script/a.yml", "script", usage, 0],
  ["anthropic/unknown", "replay", usage, 0],
  ["anthropic/constructor", "live", usage, null],
])("%s (%s) costs", (id, kind, ...[used, expected]) => {
  const cost = costOf(used, { id, kind }, prices);
  expect(cost === null ? null : Number(cost.toFixed(10))).toBe(expected);
});

test("what is not known stays unknown in a sum", () => {
  expect(addCosts(1, 2)).toBe(3);
  expect(addCosts(null, 2)).toBeNull();
  expect(addCosts(1, null)).toBeNull();
});
