import { expect, test } from "vitest";
import { memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { helperProject } from "../../../fixtures/eval/run-eval.ts";
import { rateBook } from "../../model/index.ts";
import { loadSuites } from "../suite/load-suites.ts";
import { type PlanOptions, planRun } from "./plan-run.ts";
import { rateNotices } from "./rate-notices.ts";
import type { RunPlan } from "./run-plan.ts";

const suite = `suite: one
target: { flow: helper }
cases:
  - { id: a, ask: hello, trials: 100, expect: [answer: there] }
  - { id: b, ask: hello, trials: 20, expect: [judge: [It says hello.]] }
`;

async function planned(options: Partial<PlanOptions> = {}): Promise<RunPlan> {
  const script = "script: a\nreplies: [{ turns: [{ text: hello there }] }]\n";
  const files = memoryFiles(helperProject(suite, script));
  const suites = await loadSuites(["a.suite.yml"], { files, cwd: "", flowFolders: ["flows"] });
  const models = { flags: { model: "claude-x", judgeModel: "openai/y" } };
  return planRun(suites, { models, ...options });
}

test.each<[string, Record<string, string>, string[]]>([
  ["no rate", {}, []],
  ["enough", { "claude-x": "120/8h" }, []],
  [
    "too little for the agent",
    { "claude-x": "50/8h" },
    ["needs at least 120 requests of anthropic/claude-x; the limit is 50/8h: takes at least 16 h"],
  ],
  [
    "too little for the judge, who is asked of one case only",
    { "openai/*": "15/min" },
    ["needs at least 20 requests of openai/y; the limit is 15/min: takes at least 1 min"],
  ],
])("%s", async (_, rates, expected) => {
  expect(rateNotices(await planned(), rateBook([rates]))).toEqual(expected);
});

test("agent and judge count together where they are one model, trials that are finished do not", async () => {
  const models = { flags: { model: "claude-x" } };
  const plan = await planned({ models });
  const rates = rateBook([{ "*": "10/h" }]);
  expect(rateNotices(plan, rates)[0]).toContain("needs at least 140 requests");
  const finished = {
    outcomeOf: ({ trial }: { trial: number }) => (trial < 15 ? ("pass" as const) : undefined),
    repeated: [],
    leftOut: 0,
    notices: [],
  };
  expect(rateNotices({ ...plan, finished }, rates)[0]).toContain("needs at least 95 requests");
});

test.each([
  ["scripts", { models: { flags: { script: "a.yml" } } }],
  ["a replay", { isReplay: true }],
])("%s need nobody's leave", async (_, options) => {
  expect(rateNotices(await planned(options), rateBook([{ "*": "1/h" }]))).toEqual([]);
});
