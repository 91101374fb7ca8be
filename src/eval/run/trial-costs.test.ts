import { expect, test } from "vitest";
import { noUsage } from "../../model/index.ts";
import { agentCost } from "../../record/index.ts";
import { type AskerUse, trialCosts } from "./trial-costs.ts";

const price = { input: 1_000_000, output: 0, cacheRead: 0, cacheWrite: 0 };
const prices = { "x/agent": price, "x/judge": price };

function use(id: string, asked: number, cached = 0): AskerUse {
  return {
    client: { id, kind: "live" },
    usage: { ...noUsage, inputTokens: asked },
    cached: { ...noUsage, inputTokens: cached },
    cachedReplies: cached === 0 ? 0 : 1,
  };
}

test.each([
  ["the agent's alone", [use("x/agent", 2)], { costUsd: 2 }, 2],
  [
    "a judge costs besides",
    [use("x/agent", 2), use("x/judge", 3)],
    { costUsd: 5, agentCostUsd: 2 },
    2,
  ],
  [
    "what is known saves, of both",
    [use("x/agent", 2, 2), use("x/judge", 3, 1)],
    { costUsd: 2, agentCostUsd: 2, cached: { replies: 2, savedUsd: 3 } },
    2,
  ],
  [
    "the agent's alone, and known",
    [use("x/agent", 2, 2)],
    { costUsd: 0, cached: { replies: 1, savedUsd: 2 } },
    2,
  ],
  [
    "a judge without a price",
    [use("x/agent", 2), use("x/other", 3)],
    { costUsd: null, agentCostUsd: 2, atLeastUsd: 2, unpriced: ["x/other"] },
    2,
  ],
  [
    "an agent without a price",
    [use("x/other", 2), use("x/judge", 3)],
    { costUsd: null, atLeastUsd: 3, unpriced: ["x/other"] },
    undefined,
  ],
] as const)("%s", (_, uses, expected, ofAgent) => {
  const costs = trialCosts(uses, prices);
  expect(costs).toEqual(expected);
  expect(agentCost(costs)).toBe(ofAgent);
});
