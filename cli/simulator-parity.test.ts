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
const simulator = createLlmSimulator({ script: await parseScript(await readText(script), script) });
let server: RunningServer;

beforeAll(async () => {
  server = await serve(simulator, { port: 0 });
});
afterAll(async () => {
  await server.close();
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

async function summaryOf(flags: readonly string[]): Promise<Summary> {
  const args = ["eval", "run", "--format", "json", "--reports", reports, "--quiet", ...flags];
  const env = {
    ANTHROPIC_BASE_URL: server.url,
    ANTHROPIC_API_KEY: "x",
    OPENAI_BASE_URL: `${server.url}/v1`,
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
