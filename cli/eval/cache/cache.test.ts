import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { made } from "../../../fixtures/made-secrets.ts";
import { parseScript } from "../../../src/model/index.ts";
import { systemClock } from "../../../src/platform/index.ts";
import type { Summary } from "../../../src/report/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../../src/simulators/index.ts";
import { type ProgramRun, runWith } from "../../testing/run-in.ts";

const flow = (system: string): string => `version: v1
environment: ambient
components:
  - name: helper
    type: AgentComponent
    prompt_id: helper
    inputs: ["context:goal"]
    toolset: [get_issue]
routers: [{ from: helper, to: end }]
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template:
      system: "${system} It is {{ current_date }}, {{ current_time }}."
      user: "{{ goal }}"
      placeholder: history
`;
const url = "https://gitlab.example.com/shop/web/-/issues/1";
const key = `sk-ant-${made(30)}`;
const suite = `suite: one
target: { flow: helper, version: 1.0.0 }
context: { project: shop/web }
tools:
  get_issue: { returns: { title: The cart loses items } }
cases:
  - id: reads
    ask: Read it
    trials: 2
    expect: [{ called: get_issue }, { judge: [It has been read] }]
  - { id: leaks, ask: Say it, expect: [{ answer: glpat }] }
`;
const script = `script: s
replies:
  - when: { user: { $contains: Read it } }
    turns:
      - { text: Let me look., calls: [{ tool: get_issue, args: { url: "${url}" } }] }
      - { text: It has been read. }
  - { when: { user: { $contains: Say it } }, turns: [{ text: "It is glpat-${made(20)}." }] }
  - { when: { judge: { $contains: read } }, verdicts: { "*": met } }
`;
const prices = "claude-sonnet-4-6: { input: 1000, output: 1000 }\n";

let folder = "";
let server: RunningServer;
let asked = 0;
let now = Date.UTC(2026, 0, 5, 10, 30);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-cache-"));
  write("flows/helper/1.0.0.yml", flow("You help."));
  write("suites/one.suite.yml", suite);
  write("prices.yml", prices);
  asked = 0;
  now = Date.UTC(2026, 0, 5, 10, 30);
  const simulator = createLlmSimulator({ script: await parseScript(script, "s") });
  const handler = (request: Request): Promise<Response> => {
    asked += 1;
    return Promise.resolve(simulator(request));
  };
  server = await serve(handler, { port: 0 });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(...args: readonly string[]): Promise<ProgramRun> {
  const model = "--model claude-sonnet-4-6 --no-history --prices prices.yml --format json";
  const argv = ["eval", "run", "suites", ...model.split(" "), "--base-url", server.url, ...args];
  return runWith(argv, {
    cwd: folder,
    env: { ANTHROPIC_API_KEY: key },
    clock: { ...systemClock, now: () => now },
  });
}

const summaryOf = ({ stdout }: ProgramRun): Summary => JSON.parse(stdout);

/** What a run found, without what depends on whether it asked. */
const found = ({ cases }: Summary): unknown =>
  cases.map(({ case: id, outcome, trials }) => ({
    id,
    outcome,
    trials: trials.map(({ answer, calls, usage, checks }) => ({ answer, calls, usage, checks })),
  }));

test("the second run asks nobody but for what must not be kept, and comes to the same", async () => {
  const first = await run("--cache");
  expect(first.stderr).toContain("note: cache: 0 replies known, 6 kept for the next run");
  expect(first.stderr).toContain("note: cache: 1 reply with a secret not kept");
  // Two trials of three requests, and one of one.
  expect(asked).toBe(7);
  const before = summaryOf(first);
  expect(before.labels).not.toContain("cached");

  // Some hours later the prompts are the same: the session's day stands still.
  now += 5 * 3_600_000;
  const second = await run("--cache");
  expect(asked).toBe(8);
  const after = summaryOf(second);
  expect(found(after)).toEqual(found(before));
  expect(after.labels).toContain("cached");
  expect(after.cached?.replies).toBe(6);
  const [reads, leaks] = after.cases;
  expect(after.costUsd).toBeCloseTo(leaks?.trials[0]?.costUsd ?? Number.NaN);
  expect(after.cached?.savedUsd).toBeCloseTo((before.costUsd ?? 0) - (after.costUsd ?? 0));
  for (const trial of reads?.trials ?? []) {
    expect(trial).toMatchObject({
      costUsd: 0,
      activeMs: 0,
      firstTokenMs: null,
      cached: { replies: 3 },
    });
    expect(trial.unknown).toContain("times");
  }
  expect(leaks?.trials[0]?.activeMs).toBeGreaterThan(0);
});

test("a changed word asks anew, and so do another day and another epoch", async () => {
  await run("--cache", "--case", "reads");
  expect(asked).toBe(6);
  write("flows/helper/1.0.0.yml", flow("You helped."));
  await run("--cache", "--case", "reads");
  // The judge is shown the same.
  expect(asked).toBe(10);
  await run("--cache", "--case", "reads", "--cache-epoch", "2");
  expect(asked).toBe(16);
  await run("--cache", "--case", "reads");
  expect(asked).toBe(16);
  now += 86_400_000;
  await run("--cache", "--case", "reads");
  expect(asked).toBe(20);
});

test("without --cache nothing is kept or known", async () => {
  await run("--cache", "--case", "reads");
  const { stderr } = await run("--case", "reads");
  expect(asked).toBe(12);
  expect(stderr).not.toContain("cache:");
  expect(readdirSync(folder)).toContain(".flowproof");
});

test("no secret is in any file of the cache", async () => {
  await run("--cache", "known");
  const files = readdirSync(join(folder, "known"), { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((name) => name.endsWith(".json"))
    .map((name) => readFileSync(join(folder, "known", name), "utf8"));
  expect(texts).toHaveLength(6);
  for (const text of texts) expect(text).not.toMatch(/glpat-|sk-ant-/u);
});

test.each([
  ["--cache", "--replay", "x.yml"],
  ["--cache", "--dry-run"],
  ["--cache-epoch", "2"],
  ["--cache", "suites/one.suite.yml"],
  ["--cache=s.script.JSON"],
])("%s %s is refused", async (...args) => {
  const { exit, stderr } = await run(...args);
  expect(exit).toBe(2);
  expect(stderr).toContain("error[CLI_USAGE]");
  expect(asked).toBe(0);
});
