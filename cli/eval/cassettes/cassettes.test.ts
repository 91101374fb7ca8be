import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { made } from "../../../fixtures/made-secrets.ts";
import type { Clock } from "../../../src/core/clock.ts";
import { parseScript } from "../../../src/model/index.ts";
import { systemClock } from "../../../src/platform/index.ts";
import type { Summary } from "../../../src/report/index.ts";
import { createLlmSimulator, type SimulatedFault, serve } from "../../../src/simulators/index.ts";
import { type ProgramRun, runWith } from "../../testing/run-in.ts";

const flow = `version: v1
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
      system: "You are a kind helper. It is {{ current_time }}."
      user: "{{ goal }}"
      placeholder: history
`;
const hello = `  - id: hello
    ask: Hello
    expect: [{ answer: Hi }]
    trials: 2
`;
const reads = `  - id: reads
    ask: Read it
    expect: [{ called: get_issue }, { judge: [It has been read] }]
`;
const head = `suite: one
target: { flow: helper, version: 1.0.0 }
context: { project: shop/web }
tools:
  get_issue: { returns: { title: The cart loses items } }
cases:
`;
const url = "https://gitlab.example.com/shop/web/-/issues/1";
const replies = (said: string): string => `script: s
replies:
  - when: { user: Hello }
    turns: [{ text: "Hi there." }]
  - when: { user: Read it }
    turns:
      - calls: [{ tool: get_issue, args: { url: "${url}" } }]
      - text: "${said}"
  - when: { judge: { $exists: true } }
    verdicts: { "*": met }
`;
const key = "made-up-key-0123456789";

/** Real time, but nobody waits out the pauses between attempts. */
const impatient: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal),
};

let cwd = "";
let clock = impatient;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  clock = impatient;
  put("flows/helper/1.0.0.yml", flow);
  put("one.suite.yml", head + hello + reads);
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(cwd, path), "utf8");
  expect(text).toContain(from);
  put(path, text.replaceAll(from, to));
}

const cassette = (): string => readFileSync(join(cwd, "tapes/one.cassette.yml"), "utf8");

interface Recording {
  readonly said?: string;
  readonly script?: string;
  readonly fault?: (request: number) => SimulatedFault | undefined;
  readonly signal?: AbortSignal;
  readonly stderr?: (text: string) => void;
}

async function record(
  args: readonly string[] = [],
  recording: Recording = {},
): Promise<ProgramRun> {
  const { said = "Read.", script = replies(said), fault, signal, stderr } = recording;
  const parsed = await parseScript(script, "s.yml");
  const simulator = createLlmSimulator({ script: parsed, ...(fault && { fault }) });
  const server = await serve(simulator, { port: 0 });
  const env = { ANTHROPIC_BASE_URL: server.url, ANTHROPIC_API_KEY: key };
  const all = ["eval", "run", "one.suite.yml", "--model", "claude-x", "--record", "tapes", ...args];
  try {
    return await runWith(all, {
      cwd,
      env,
      clock,
      ...(signal && { signal }),
      ...(stderr && { stderr }),
    });
  } finally {
    await server.close();
  }
}

/** Without a key and without a server: whoever asked somebody would fail. */
function replay(...args: readonly string[]): Promise<ProgramRun> {
  const later = { ...clock, now: () => clock.now() + 100_000_000 };
  return runWith(["eval", "run", "one.suite.yml", "--replay", "tapes", ...args], {
    cwd,
    clock: later,
  });
}

async function replayed(...args: readonly string[]): Promise<Summary & { readonly exit: number }> {
  const { stdout, stderr, exit } = await replay("--format", "json", ...args);
  expect(stdout, stderr).not.toBe("");
  const summary: Summary = JSON.parse(stdout);
  return { ...summary, exit };
}

const plain = (summary: Summary): unknown => ({ ...summary, run: "" });

describe("a replay", () => {
  test("says the same again each time, at any concurrency, later, and says that it is one", async () => {
    const live = await record(["--format", "json"]);
    expect(live.exit, live.stderr).toBe(0);
    const first = await replayed("-j", "1");
    const second = await replayed("-j", "8");
    expect(plain(second)).toEqual(plain(first));
    expect(first).toMatchObject({
      exit: 0,
      gate: "pass",
      labels: expect.arrayContaining(["replay"]),
    });
    const outcomes = ({ cases }: Summary): unknown =>
      cases.map((each) => [each.case, each.outcome]);
    expect(outcomes(first)).toEqual(outcomes(JSON.parse(live.stdout)));
    const { stdout, stderr } = await replay("-o", "a.xml", "-o", "a.json");
    for (const text of [stdout, stderr]) expect(text).toContain("replayed model");
    for (const file of ["a.xml", "a.json"]) {
      expect(readFileSync(join(cwd, file), "utf8"), file).toMatch(/replay/u);
    }
    expect(stderr).not.toMatch(/\d m?s\b/u);
  });

  test("tells no times and no cost, and the tokens of the recording", async () => {
    await record();
    const { cases } = await replayed();
    for (const { trials } of cases) {
      for (const trial of trials) {
        expect(trial).toMatchObject({ activeMs: 0, waitMs: 0, firstTokenMs: null, costUsd: 0 });
        expect(trial.usage.inputTokens).toBeGreaterThan(0);
      }
    }
  });

  test("of cases in another order finds each", async () => {
    await record();
    put("one.suite.yml", head + reads + hello);
    expect(await replayed()).toMatchObject({ exit: 0 });
  });

  test.each([
    [
      "a word of the prompt",
      () => edit("flows/helper/1.0.0.yml", "a kind helper", "a rude helper"),
      "You are a [-kind-]{+rude+} helper",
    ],
    [
      "a mock",
      () => edit("one.suite.yml", "cart loses", "cart keeps"),
      "The cart [-loses-]{+keeps+} items",
    ],
    [
      "the question",
      () => edit("one.suite.yml", "ask: Hello", "ask: Hello you"),
      "message 1 of 1 (user): Hello{+ you+}",
    ],
    [
      "a criterion",
      () => edit("one.suite.yml", "It has been read", "It was read"),
      "It [-has been-]{+was+} read",
    ],
    [
      "the tools",
      () => edit("flows/helper/1.0.0.yml", "[get_issue]", "[get_issue, get_project]"),
      "tool get_project was not offered before",
    ],
  ])("shows what has changed: %s", async (_, change, shown) => {
    await record();
    change();
    const { stdout, exit } = await replay();
    expect(exit).toBe(2);
    expect(stdout).toContain(shown);
    expect(stdout).toContain("record the case again");
  });

  test("of another model shows both, and asks neither", async () => {
    await record();
    const { stdout, exit } = await replay("--model", "claude-y");
    expect(exit).toBe(2);
    expect(stdout).toContain("the model: anthropic/claude-[-x-]{+y+}");
  });

  test("tells what was not recorded, what is over, and what is left", async () => {
    await record(["--case", "hello"]);
    const missing = await replay();
    expect(missing.exit).toBe(2);
    expect(missing.stdout).toContain("the cassette holds no recording of one/reads, trial 1");
    await record();
    edit("one.suite.yml", ", { judge: [It has been read] }", "");
    edit("one.suite.yml", "trials: 2", "trials: 1");
    const left = await replay();
    expect(left.exit).toBe(0);
    expect(left.stderr).toContain("note: recorded, but not in this run: one/hello, trial 2\n");
    expect(left.stderr).toContain(
      "note: not asked for any more: 1 of 3 recorded replies of one/reads, trial 1\n",
    );
    expect((await replay("--case", "hello")).stderr).not.toContain("not in this run");
  });

  test("of an edited reply comes out as it says", async () => {
    await record();
    edit("tapes/one.cassette.yml", "text: Hi there.", "text: Go away.");
    const { stdout, exit } = await replay();
    expect(exit).toBe(1);
    expect(stdout).toContain('the answer is "Go away."');
  });

  test.each([
    [
      "no cassette",
      () => rmSync(join(cwd, "tapes/one.cassette.yml")),
      "there is no cassette tapes/one.cassette.yml",
    ],
    [
      "that of another suite",
      () => edit("tapes/one.cassette.yml", "cassette: one", "cassette: two"),
      'this is the cassette of suite "two", not of "one"',
    ],
    [
      "another version",
      () => edit("tapes/one.cassette.yml", "version: 1", "version: 9"),
      "version",
    ],
    ["no YAML", () => put("tapes/one.cassette.yml", "a: [\n"), "error["],
  ])("with %s does not begin", async (_, change, message) => {
    await record();
    change();
    const { stdout, stderr, exit } = await replay();
    expect({ stdout, exit }).toEqual({ stdout: "", exit: 2 });
    expect(stderr).toContain(message);
  });

  test.each([
    [["--replay", "a", "--record", "b"], "--record and --replay do not go together"],
    [["--replay", "a", "--script", "b"], "--replay and --script do not go together"],
    [["--replay", "a", "--dry-run"], "--dry-run and --replay do not go together"],
    [["--record", "a", "--dry-run"], "--dry-run and --record do not go together"],
  ])("%j is refused", async (args, message) => {
    const { stderr, exit } = await runWith(["eval", "run", "one.suite.yml", ...args], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("a recording", () => {
  test("is the same for the same traffic, at any concurrency", async () => {
    clock = { ...impatient, now: () => Date.parse("2026-01-05T09:00:00Z") };
    await record(["-j", "1"]);
    const first = cassette();
    expect(first).toContain("now: 2026-01-05T09:00:00.000Z\n");
    put("one.suite.yml", head + reads + hello);
    rmSync(join(cwd, "tapes"), { recursive: true });
    await record(["-j", "8"]);
    expect(cassette()).toBe(first);
  });

  test("of a part of the cases leaves the others, and drops those that are gone", async () => {
    await record();
    const before = cassette();
    await record(["--case", "reads"], { said: "Done." });
    expect(cassette()).toContain("text: Hi there.");
    expect(cassette()).toContain("text: Done.");
    expect(before).not.toContain("text: Done.");
    put("one.suite.yml", head + reads);
    await record();
    expect(cassette()).not.toContain("Hi there.");
  });

  test("holds no secret, neither of the environment nor by its looks, and replays all the same", async () => {
    const token = ["glpat", made(20)].join("-");
    const { stderr } = await record([], { said: `The token is ${token}, the key ${key}.` });
    expect(stderr).toContain(
      "note: a secret was replaced in what a model said, so a replay may come out otherwise: one/reads, trial 1\n",
    );
    expect(cassette()).not.toContain(token);
    expect(cassette()).not.toContain(key);
    expect(cassette()).toContain("The token is [REDACTED], the key [REDACTED].");
    expect(await replayed()).toMatchObject({ exit: 0 });
  });

  test.each<[string, Recording, string]>([
    [
      "an error",
      { fault: (request) => (request > 2 ? { type: "status", status: 400 } : undefined) },
      "a reply could not be had (MODEL_REQUEST_REFUSED)",
    ],
    [
      "a truncation",
      { script: replies("x").replace('text: "Hi there."', 'text: "Hi th", stop: max_tokens') },
      "a reply ended as max_tokens",
    ],
    [
      "a refusal",
      { script: replies("x").replace('text: "Hi there."', 'text: "Hi th", stop: refusal') },
      "a reply ended as refusal",
    ],
  ])("never holds a trial with %s", async (_, recording, reason) => {
    const { stderr } = await record(["-j", "1"], recording);
    expect(stderr).toMatch(/note: not recorded: one\/\w+, trial 1: /u);
    expect(stderr).toContain(reason);
    expect(cassette()).not.toMatch(/text: Hi th$/mu);
    expect((await replay()).stdout).toContain("holds no recording of");
  });

  test("with an error that goes away when asked again is whole", async () => {
    const fault = (request: number): SimulatedFault | undefined =>
      request % 2 === 1 ? { type: "status", status: 529 } : undefined;
    await record(["-j", "1"], { fault });
    expect(await replayed()).toMatchObject({ exit: 0 });
  });

  test("that is interrupted keeps the trials that are finished, and what was recorded before", async () => {
    await record(["--case", "reads"], { said: "Long ago." });
    const interruption = new AbortController();
    const script = replies("x").replace('text: "x"', 'text: "Never."\n        delay_ms: 20000');
    const { exit } = await record(["-j", "1"], {
      script,
      signal: interruption.signal,
      stderr: (text) => {
        if (text.startsWith("[1/")) interruption.abort();
      },
    });
    expect(exit).toBe(130);
    expect(cassette()).toContain("text: Hi there.");
    expect(cassette()).toContain("text: Long ago.");
    expect(cassette()).not.toContain("Never.");
    expect(readdirSync(join(cwd, "tapes"))).toEqual(["one.cassette.yml"]);
    expect(await replayed()).toMatchObject({ exit: 0 });
  });

  test("to one file is for one suite", async () => {
    put("two.suite.yml", (head + hello).replace("suite: one", "suite: two"));
    const args = ["eval", "run", "one.suite.yml", "two.suite.yml", "--model", "claude-x"];
    const { stderr, exit } = await runWith([...args, "--record", "all.yml"], {
      cwd,
      env: { ANTHROPIC_API_KEY: key },
    });
    expect(exit).toBe(2);
    expect(stderr).toContain("--record names one file for 2 suites: all.yml");
  });
});
