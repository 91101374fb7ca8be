import { expect, test } from "vitest";
import { helperProject, modelOpener, planEval } from "../../../fixtures/eval/run-eval.ts";
import { systemClock } from "../../platform/index.ts";
import { estimateRun } from "./estimate-run.ts";

const script = `script: a
replies:
  - when: { user: hello }
    turns:
      - { calls: [{ tool: get_issue, args: { url: u } }], usage: { input_tokens: 1000, output_tokens: 100 } }
      - { text: hi, usage: { input_tokens: 2000, output_tokens: 50 } }
  - when: { judge: hi }
    verdicts: { "*": met }
`;
const suite = `suite: one
target: { flow: helper }
script: a.script.yml
tools: { get_issue: { returns: "{}" } }
cases: [{ id: a, ask: hello, expect: [answer: hi, judge: It is kind], trials: 3 }]
`;
const files = {
  ...helperProject(suite, script),
  "b.suite.yml": suite.replace("one", "two").replace("script: a.script.yml\n", ""),
};

test("the scripts say how often each model is asked, and the prices what that costs", async () => {
  const sources = { flags: { model: "claude-a", judgeModel: "claude-b" } };
  const plan = await planEval(files, { sources });
  const world = { clock: systemClock, createModel: modelOpener(files) };
  const prices = { "claude-a": { input: 1, output: 10 }, "claude-b": { input: 0, output: 0 } };
  const estimate = await estimateRun(plan, { ...world, prices });
  expect(estimate.unknown).toEqual(["two"]);
  expect(estimate.roles).toMatchObject([
    {
      role: "agent",
      model: "claude-a",
      requests: 6,
      usage: { inputTokens: 9000, outputTokens: 450 },
    },
    { role: "judge", model: "claude-b", requests: 3, costUsd: 0 },
  ]);
  expect(estimate.roles[1]?.usage.inputTokens).toBeGreaterThan(0);
  expect(estimate.roles[0]?.costUsd).toBeCloseTo(0.009 + 0.0045, 10);
  // Nothing is known of suite two, so the whole is not known either.
  expect(estimate.costUsd).toBeNull();
  const unpriced = await estimateRun(plan, {
    ...world,
    prices: { "claude-a": prices["claude-a"] },
  });
  expect(unpriced.costUsd).toBeNull();
  expect(unpriced.roles[0]?.costUsd).toBeCloseTo(0.0135, 10);
});

test("a run on scripts costs nothing", async () => {
  const plan = await planEval(helperProject(suite, script));
  const world = { clock: systemClock, createModel: modelOpener(files), prices: {} };
  const estimate = await estimateRun(plan, world);
  expect(estimate).toMatchObject({ costUsd: 0, unknown: [] });
  expect(estimate.roles.map(({ model, requests }) => [model, requests])).toEqual([
    ["script/a.script.yml", 6],
    ["script/a.script.yml", 3],
  ]);
});

test("every model of a panel is asked as often as one judge would be, vote by vote", async () => {
  const text = suite.replace("script: a", "judge: { models: [j/a, j/b], votes: 3 }\nscript: a");
  const panel = helperProject(text, script);
  const plan = await planEval(panel, { sources: { flags: { model: "claude-a" } } });
  const prices = { "j/a": { input: 1, output: 1 }, "j/b": { input: 10, output: 10 } };
  const world = { clock: systemClock, createModel: modelOpener(panel), prices };
  const [, a, b] = (await estimateRun(plan, world)).roles;
  expect([a?.model, a?.requests, b?.model, b?.requests]).toEqual(["j/a", 9, "j/b", 9]);
  expect(b?.costUsd).toBeCloseTo(10 * (a?.costUsd ?? 0), 10);
});
