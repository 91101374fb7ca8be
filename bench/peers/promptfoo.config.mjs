// The cases of bench/eval for promptfoo: the loop by hand as a provider, a tool assertion and a judge.
import process from "node:process";
import { agentLoop } from "../eval/agent-loop.mjs";

const { BENCH_URL: url, BENCH_REQUESTS: requests, BENCH_CASES: cases } = process.env;
const loop = agentLoop({ url, requests, kind: "json" });

const agent = {
  id: () => "agent",
  async callApi(prompt) {
    const { calls, answer } = await loop.play(Number(prompt));
    return { output: answer, metadata: { calls } };
  },
};

async function judged(_, { vars }) {
  const { verdict, reasoning } = await loop.judge(Number(vars.index));
  return { pass: verdict === "met", score: verdict === "met" ? 1 : 0, reason: reasoning };
}

function called(_, { providerResponse }) {
  const { calls } = providerResponse.metadata;
  return calls.length === 1 && calls[0].input.glql_yaml.includes("Issue");
}

// oxlint-disable-next-line import/no-default-export -- promptfoo reads this one
export default {
  prompts: ["{{index}}"],
  providers: [agent],
  defaultTest: {
    assert: [
      { type: "javascript", value: called },
      { type: "javascript", value: judged },
    ],
  },
  tests: Array.from({ length: Number(cases) }, (_, index) => ({ vars: { index: String(index) } })),
};
