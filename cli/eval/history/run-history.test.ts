import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { helperProject } from "../../../fixtures/eval/run-eval.ts";
import { parseScript } from "../../../src/model/index.ts";
import { systemClock } from "../../../src/platform/index.ts";
import type { Summary } from "../../../src/report/index.ts";
import { createLlmSimulator, serve } from "../../../src/simulators/index.ts";
import { type ProgramRun, runWith } from "../../testing/run-in.ts";

let cwd = "";

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  await write("flowproof.yml", "prices: { claude-a: { input: 1, output: 10 } }\n");
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** Every trial is run, so that the numbers are those of the suite. */
const command = ["eval", "run", "a.suite.yml", "--curtail", "off"] as const;

const suite = (more = ""): string => `suite: one
target: { flow: helper, version: 1.0.0 }
${more}cases:
  - { id: greets, ask: hello, expect: [answer: hi], trials: 5, require: 4 }
  - { id: steady, ask: again, expect: [answer: there], trials: 2 }
`;

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

/** A server whose model says this to `hello`, trial by trial. */
function scriptOf(said: readonly string[]): string {
  const usage = "usage: { input_tokens: 1000, output_tokens: 100 }";
  const variants = said.slice(1).map((text) => `      - [{ text: ${text}, ${usage} }]`);
  return `script: s
replies:
  - when: { user: { $contains: hello } }
    turns: [{ text: ${said[0] ?? "hi"}, ${usage} }]
${variants.length === 0 ? "" : `    variants:\n${variants.join("\n")}\n`}  - when: { user: { $contains: again } }
    turns: [{ text: there, ${usage} }]
`;
}

/** Runs the suite on a server whose model says this to `hello`, trial by trial. */
async function run(said: readonly string[], ...args: readonly string[]): Promise<ProgramRun> {
  const script = await parseScript(scriptOf(said), "s.script.yml");
  const server = await serve(createLlmSimulator({ script }), { port: 0 });
  try {
    return await runWith([...command, "--model", "claude-a", "--base-url", server.url, ...args], {
      cwd,
      env: { ANTHROPIC_API_KEY: "no-key" },
    });
  } finally {
    await server.close();
  }
}

async function project(text: string = suite()): Promise<void> {
  for (const [name, content] of Object.entries(helperProject(text, scriptOf(["hi"])))) {
    await write(name, content);
  }
}

const casesOf = ({ stdout }: ProgramRun): Summary["cases"] => {
  const { cases }: Summary = JSON.parse(stdout);
  return cases;
};
const file = (): string => join(cwd, ".flowproof", "history", "one.jsonl");

test("a case that always passed and now fails is a regression, one that failed before a flake", async () => {
  await project();
  const first = await run(["hi"]);
  expect(first.exit).toBe(0);
  expect(first.stdout).not.toContain("history:");
  const second = await run(["no"]);
  expect(second.exit).toBe(1);
  expect(second.stdout).toContain(
    "fail  one › greets 0/5 ○○○○○ (4 required)\n  history: 5 of 5 trials passed in 1 run; regression: it fails more often than chance explains (p = 0.00397)",
  );
  expect(second.stdout).not.toContain("flaky cases");
  const [greets, steady] = casesOf(await run(["hi", "no", "hi", "no", "hi"], "--format", "json"));
  expect(greets?.history).toMatchObject({ runs: 2, trials: 10, passes: 5, verdict: "usual flake" });
  expect(steady?.history).toMatchObject({ runs: 2, trials: 4, passes: 4, flaky: false });
  const fourth = await run(["hi"]);
  expect(fourth.exit).toBe(0);
  expect(fourth.stdout).toContain(
    "flaky cases:\n  one › greets: 8 of 15 in 3 runs before, 5 of 5 trials passed now",
  );
});

test("a case that changed says so, and a new one that nothing is known", async () => {
  await project();
  const [fresh] = casesOf(await run(["no"], "--format", "json"));
  expect(fresh?.history).toMatchObject({ runs: 0, verdict: "new", changed: false });
  await run(["hi"]);
  await project(suite().replace("answer: hi", "answer: hello"));
  const { stdout } = await run(["hi"]);
  expect(stdout).toContain(
    "history: 5 of 10 trials passed in 2 runs before the case, its flow or its models changed",
  );
});

test("more trials or a quarantine make no other case of it", async () => {
  await project();
  await run(["hi"]);
  await project(suite("quarantine: issue 12\n").replace("trials: 5, require: 4", "trials: 6"));
  const { stdout, exit } = await run(["no"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("quarantined: issue 12\n  history: 5 of 5 trials passed in 1 run; reg");
  expect(stdout).toContain("gate pass: 0 of 0 cases passed, 2 quarantined, exit 0");
});

test("a replay is no news: it comes out the same each time, and leaves nothing", async () => {
  await project();
  await run(["hi"], "--record", "tapes");
  const before = readFileSync(file(), "utf8");
  const replay = async (): Promise<Summary> => {
    const { stdout } = await runWith([...command, "--replay", "tapes", "--format", "json"], {
      cwd,
    });
    return JSON.parse(stdout);
  };
  const [first, second] = [await replay(), await replay()];
  expect(second.cases).toEqual(first.cases);
  expect(first.cases.map(({ outcome, history }) => [outcome, history])).toEqual([
    ["pass", undefined],
    ["pass", undefined],
  ]);
  expect(readFileSync(file(), "utf8")).toBe(before);
});

test("a history says who ran when, counts and sums, and nothing that anybody said", async () => {
  await project();
  await run(["hi"]);
  const lines = readFileSync(file(), "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  const entry: unknown = JSON.parse(lines[0] ?? "");
  const asked = { requests: 1, inputTokens: 1000, outputTokens: 100 };
  expect(entry).toMatchObject({
    version: 1,
    kind: "live",
    suite: "one",
    case: "greets",
    models: { agent: "claude-a" },
    passed: 5,
    decided: 5,
    trials: Array.from({ length: 5 }, (_, trial) => ({
      trial,
      outcome: "pass",
      agent: asked,
      judge: { requests: 0, inputTokens: 0 },
    })),
  });
  expect(Object.keys(JSON.parse(lines[0] ?? ""))).not.toContain("answer");
  for (const said of ["hello", "hi", "You help"]) expect(lines.join("")).not.toContain(`${said}"`);
});

test("scripted runs are kept apart: live ones are not compared with them, nor estimated from them", async () => {
  await project(suite("script: a.script.yml\n"));
  const scripted = (...args: readonly string[]) =>
    runWith([...command, "--format", "json", ...args], { cwd });
  await scripted();
  expect(casesOf(await scripted())[0]?.history).toMatchObject({ runs: 1, trials: 5 });
  expect(casesOf(await run(["no"], "--format", "json"))[0]?.history).toMatchObject({
    runs: 0,
    verdict: "new",
  });
});

describe("who wants none", () => {
  test.each<[string, readonly string[], string]>([
    ["the flag", ["--no-history"], ""],
    ["the configuration", [], "history: false\n"],
  ])("says so by %s: nothing is read and nothing is left", async (_, flags, config) => {
    await project();
    await write("flowproof.yml", config);
    const [greets] = casesOf(await run(["no"], "--format", "json", ...flags));
    expect(greets?.history).toBeUndefined();
    expect(existsSync(join(cwd, ".flowproof"))).toBe(false);
  });

  test("a history that cannot be kept is a note, and changes no result", async () => {
    await project();
    await write(".flowproof", "a file");
    const { exit, stderr } = await run(["hi"]);
    expect(exit).toBe(0);
    expect(stderr).toContain("note: no history is kept of this run: ");
  });
});

describe("a dry run", () => {
  test("is told by earlier runs, asks nobody, and leaves nothing", async () => {
    await project();
    const before = await run(["hi"], "--dry-run");
    expect(before.stdout).toContain("estimated on a scripted model: cost unknown");
    expect(before.stdout).toContain("neither earlier runs on these models nor a script");
    expect(existsSync(file())).toBe(false);
    await run(["hi"]);
    const kept = readFileSync(file(), "utf8");
    const args = ["--dry-run", "--model", "claude-a", "--base-url", "http://127.0.0.1:9"];
    const world = { cwd, env: { ANTHROPIC_API_KEY: "no-key" } };
    const { stdout } = await runWith([...command, ...args], world);
    expect(stdout).toContain("earlier runs");
    expect(stdout).toContain("estimated from 7 earlier trials (2 cases): $0.0140\n");
    const json = await runWith([...command, ...args, "--format", "json"], world);
    expect(JSON.parse(json.stdout)).toMatchObject({
      schemaVersion: 1,
      roles: [{ from: "history", role: "agent", requests: 7, usage: { inputTokens: 7000 } }],
      cases: { history: 2, script: 0, unknown: 0 },
      pastTrials: 7,
      unknown: [],
    });
    expect(readFileSync(file(), "utf8")).toBe(kept);
  });

  test("says which part is from a script, and how far earlier trials were apart", async () => {
    await project(suite("script: a.script.yml\n"));
    await run(["hi"]);
    const text = suite("script: a.script.yml\n");
    await write("a.suite.yml", `${text}  - { id: more, ask: hello, expect: [answer: hi] }\n`);
    const cheap = readFileSync(file(), "utf8").replace('"inputTokens":1000', '"inputTokens":0');
    writeFileSync(file(), cheap);
    const { stdout } = await run(["hi"], "--dry-run");
    expect(stdout).toMatch(
      /estimated from 7 earlier trials \(2 cases\) and a scripted model \(1 case\): \$0\.0\d+, between \$0\.0\d+ and \$0\.0\d+ if every trial is like/u,
    );
  });
});

test("the clock decides when a quarantine is over", async () => {
  await project(suite('quarantine: { reason: issue 12, until: "2026-01-15" }\n'));
  const runAt = async (day: number) => {
    const clock = { ...systemClock, now: () => Date.UTC(2026, 0, day, 12) };
    const args = [...command, "--script", "a.script.yml", "--format", "json"];
    await write("a.script.yml", scriptOf(["no"]));
    return runWith(args, { cwd, clock });
  };
  expect((await runAt(15)).exit).toBe(0);
  expect((await runAt(16)).exit).toBe(1);
});
