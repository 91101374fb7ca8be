import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseScript } from "../src/model/index.ts";
import { readText } from "../src/platform/index.ts";
import type { Summary } from "../src/report/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../src/simulators/index.ts";
import { runIn } from "./testing/run-in.ts";

const script = "fixtures/scripts/smoke.script.yml";
const reports = mkdtempSync(join(tmpdir(), "flowproof-"));
const parsed = await parseScript(await readText(script), script);
const simulator = createLlmSimulator({ script: parsed });
const textOnly = createLlmSimulator({ script: parsed, withoutTools: true });
let server: RunningServer;
let textServer: RunningServer;

beforeAll(async () => {
  server = await serve(simulator, { port: 0 });
  textServer = await serve(textOnly, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await textServer.close();
  rmSync(reports, { recursive: true, force: true });
});

test.each([
  ["the Messages API", "claude-sonnet-4-6"],
  ["chat completions", "openai/any-model"],
])("the shipped suites end alike on the script and over HTTP, as %s", async (_, model) => {
  const before = { ...simulator.stats };
  const scripted = await summaryOf([]);
  const served = await summaryOf(["--model", model]);
  expect(scripted.counts.pass).toBeGreaterThanOrEqual(10);
  expect(served.counts).toEqual(scripted.counts);
  expect(served.cases.map(essence)).toEqual(scripted.cases.map(essence));
  expect(simulator.stats.answered - before.answered).toBe(
    simulator.stats.requests - before.requests,
  );
  expect(simulator.stats.requests - before.requests).toBeGreaterThan(20);
  expect(scripted.labels).toContain("scripted");
  expect(served.labels).not.toContain("scripted");
});

test.each([
  ["the Messages API", "claude-sonnet-4-6"],
  ["chat completions", "openai/any-model"],
])(
  "and so they do where a model cannot call tools, as %s, once that is asked for",
  async (_, model) => {
    const scripted = await summaryOf([]);
    const served = await summaryOf(["--model", model, "--prompted-tools"], textServer);
    expect(served.counts).toEqual(scripted.counts);
    expect(served.cases.map(essence)).toEqual(scripted.cases.map(essence));
    expect(served.labels).toContain("prompted_tools");
    expect(scripted.labels).not.toContain("prompted_tools");
  },
);

test("a model that cannot call tools is said so, and asked no further", async () => {
  const before = textOnly.stats.requests;
  const args = [
    "eval",
    "run",
    "suites/smoke/issue-triage.suite.yml",
    "--reports",
    reports,
    "-j",
    "1",
  ];
  const { exit, stderr } = await runIn(process.cwd(), [...args, "--model", "openai/m"], {
    OPENAI_BASE_URL: `${textServer.url}/v1`,
  });
  expect(exit).toBe(2);
  expect(stderr).toContain("error[MODEL_WITHOUT_TOOLS]");
  expect(stderr).toContain("--prompted-tools");
  expect(textOnly.stats.requests - before).toBe(1);
});

async function summaryOf(flags: readonly string[], { url } = server): Promise<Summary> {
  const args = ["eval", "run", "--format", "json", "--reports", reports, "--quiet", ...flags];
  const env = {
    ANTHROPIC_BASE_URL: url,
    ANTHROPIC_API_KEY: "x",
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_KEY: "x",
  };
  const { exit, stdout, stderr } = await runIn(process.cwd(), args, env);
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** What must not depend on the way to the model: everything but times, tokens and cost. */
function essence({ suite, case: id, outcome, trials }: Summary["cases"][number]): unknown {
  return {
    suite,
    id,
    outcome,
    trials: trials.map(
      ({ trial, outcome: each, checks, calls, answer, status, route, replies }) => ({
        trial,
        each,
        checks: checks.map(({ id: check, outcome: result, message }) => [check, result, message]),
        calls,
        answer,
        status,
        route,
        replies,
      }),
    ),
  };
}
