// The cases of bench/eval as vitest-evals has them written: a harness around the loop by hand, and a judge.
/* oxlint-disable vitest/no-standalone-expect -- its `it` comes out of describeEval */
import process from "node:process";
import { expect } from "vitest";
import {
  createHarness,
  createJudge,
  createJudgeHarness,
  describeEval,
  toolCalls,
} from "vitest-evals";
import { agentLoop } from "../eval/agent-loop.mjs";

const { BENCH_URL: url, BENCH_REQUESTS: requests, BENCH_CASES: cases } = process.env;
const loop = agentLoop({ url, requests, kind: "json" });

const harness = createHarness({
  name: "agent",
  async run({ input }) {
    const { calls, answer, toolResult } = await loop.play(input);
    const called = calls.flatMap(({ id, name, input: args }) => [
      { type: "tool_call", id, name, arguments: args },
      { type: "tool_result", toolCallId: id, name, content: toolResult },
    ]);
    const asked = { type: "message", role: "user", content: String(input) };
    const said = { type: "message", role: "assistant", content: answer };
    return { events: [asked, ...called, said], output: answer, usage: {} };
  },
});

const judgeHarness = createJudgeHarness({
  name: "judge",
  run: ({ prompt }) => loop.judge(Number(prompt)),
});

const judge = createJudge("criterion", async ({ input, runJudge }) => {
  const { verdict } = await runJudge({ prompt: String(input) });
  return { score: verdict === "met" ? 1 : 0 };
});

describeEval("bench", { harness, judgeHarness, judges: [judge], judgeThreshold: 1 }, (it) => {
  const indexes = Array.from({ length: Number(cases) }, (_, index) => index);
  it.concurrent.for(indexes)("case %i", async (index, { run }) => {
    const result = await run(index);
    const calls = toolCalls(result);
    expect(calls).toHaveLength(1);
    expect(calls[0].arguments.glql_yaml).toContain("Issue");
  });
});
