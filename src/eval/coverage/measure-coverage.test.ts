import { expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { exampleFiles } from "../../../fixtures/eval/suite-example.ts";
import type { FlowCoverage, RunRecord, TrialRecord } from "../../record/index.ts";
import { planRun } from "../run/plan-run.ts";
import { loadSuites } from "../suite/load-suites.ts";
import { measureCoverage } from "./measure-coverage.ts";

const usage = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

function trial(route: readonly string[], tools: readonly string[]): TrialRecord {
  return {
    ...{ trial: 0, outcome: "pass", checks: [], status: "completed", answer: "", turns: 1 },
    ...{ replies: 1, activeMs: 0, waitMs: 0, firstTokenMs: null, costUsd: null },
    calls: tools.map((tool) => ({ component: "x", tool, args: {}, isError: false })),
    ...{ route, usage, judgeUsage: usage },
  };
}

/** What is measured where the first case of the suite has these trials, and others have none. */
async function coverage(
  suite: string,
  trials: readonly TrialRecord[],
): Promise<readonly FlowCoverage[]> {
  const files = memoryFiles({ ...exampleFiles({ suite }), "s.yml": "script: s\nreplies: []\n" });
  const suites = await loadSuites(["example.suite.yml"], { files, cwd, flowFolders: ["flows"] });
  const plan = planRun(suites, { models: { flags: {}, env: {}, config: {} } });
  const [first] = plan.cases;
  if (first === undefined) throw new TypeError("there is no case");
  const record: Pick<RunRecord, "cases"> = {
    cases: [{ ...first.planned, outcome: "pass", trials }],
  };
  const started: RunRecord["started"] = {
    ...{ type: "run_started", schemaVersion: 1, run: "r", at: "", seed: 0, labels: [] },
    ...{ versions: { flowproof: "", node: "" }, suites: [], plan: [] },
  };
  return measureCoverage(plan, { ...record, started, end: "done" });
}

const triage = `script: s.yml
target: { flow: triage, version: 1.0.0 }
context: { inputs: { issue: { url: x } } }
cases: [{ id: a, ask: Look, expect: [called: get_issue] }]
`;
const chat = `script: s.yml
targets:
  one: { flow: helper, version: 1.0.0, denied_tools: [get_issue] }
  two: { flow: helper, version: 1.0.0, denied_tools: [create_issue_note] }
cases: [{ id: a, ask: Look, expect: [called: get_issue] }]
`;

test("components, the ways between them and tools are counted over all trials", async () => {
  const found = await coverage(triage, [
    trial(["fetch", "abort"], ["get_issue"]),
    trial(["fetch", "sort", "end"], ["get_issue", "list_issue_notes", "unheard_of"]),
  ]);
  expect(found).toEqual([
    {
      flow: "triage",
      version: "1.0.0",
      components: { reached: 2, total: 3, missing: ["note"] },
      routes: { reached: 3, total: 5, missing: ["sort → note", "note → end"] },
      tools: { reached: 2, total: 3, missing: ["create_issue_note"] },
    },
  ]);
});

test("without a trial nothing is reached, and nothing is left out", async () => {
  const [found] = await coverage(triage, []);
  expect(found).toMatchObject({
    components: { reached: 0, total: 3 },
    routes: { reached: 0, total: 5 },
    tools: { reached: 0, total: 3 },
  });
});

test("a chat has one component and no ways; targets of one flow are measured together", async () => {
  const found = await coverage(chat, [trial(["helper"], ["list_issue_notes"])]);
  expect(found).toEqual([
    {
      flow: "helper",
      version: "1.0.0",
      components: { reached: 1, total: 1, missing: [] },
      routes: { reached: 0, total: 0, missing: [] },
      tools: { reached: 1, total: 3, missing: ["create_issue_note", "get_issue"] },
    },
  ]);
});
