import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Comparison, PairwiseResult } from "../../../src/compare/index.ts";
import { parseScript } from "../../../src/model/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../../src/simulators/index.ts";
import { type JudgedProject, judgedProject } from "../../testing/judged-project.ts";
import { type ProgramRun, runWith } from "../../testing/run-in.ts";

const letters = ["a", "b", "c", "d", "e", "f"];

const suite = `suite: counts
target: { flow: foundational_pirate_agent, version: ^1.0.0 }
script: old.script.yml
cases:
${letters.map((letter) => `  - { id: ${letter}, ask: "How many ${letter}?", expect: [{ judge: It says how many }] }`).join("\n")}
  - id: talk
    conversation:
      - { user: Hello there }
      - { user: And how many? }
    expect: [{ judge: It says how many }]
`;

const agent = (name: string, answers: Readonly<Record<string, string>>): string => `script: ${name}
replies:
${letters.map((letter) => `  - when: { user: { $contains: "many ${letter}?" } }\n    turns: [{ text: ${JSON.stringify(answers[letter] ?? "I cannot say how many.")} }]`).join("\n")}
  - when: { user: { $contains: Hello } }
    turns: [{ text: Ahoy }, { text: ${JSON.stringify(answers["talk"] ?? "I cannot say.")} }]
  - when: { judge: { $exists: true } }
    verdicts: { "*": met }
`;

/** B has more right, writes more, and says the same as A once. */
const oldAnswers = { a: "There are 42 of a.", b: "Nobody knows of b.", c: "Same for both." };
const newAnswers = {
  a: "I could not find that out.",
  b: "# Result\n\n- There are **42** of b. 🚀",
  c: "Same for both.",
  d: "There are 42 of d.",
  e: "There are 42 of e.",
  f: "There are 42 of f.",
  talk: "There are 42 in all, as I said.",
};

const judges = `script: judges
replies:
  - when: { model: fair, judge: { $exists: true } }
    prefers: { $contains: "42" }
  - when: { model: biased, judge: { $exists: true } }
    prefers: first
  - when: { model: nostalgic, judge: { $exists: true } }
    prefers: { $not: { $regex: "There are 42 of [bdef]|42 in all|could not|[*][*]42" } }
  - when: { model: even, judge: { $exists: true } }
    prefers: tie
  - when: { model: stylish, judge: { $exists: true } }
    prefers: { $contains: "🚀" }
  - when: { model: unsure, judge: { $contains: many } }
    prefers: cannot_tell
  - when: { model: unsure, judge: { $exists: true } }
    prefers: { $contains: "42" }
  - when: { model: broken, judge: { $exists: true } }
    turns: [{ fault: { status: 500 } }]
  - when: { model: verbose, judge: { $exists: true } }
    turns: [{ text: The first is better. }]
  - when: { model: wordless, judge: { $exists: true } }
    verdicts: { "*": met }
`;

let server: RunningServer;
let project: JudgedProject;
let requests = 0;
const run = { a: "", b: "" };

beforeAll(async () => {
  const script = await parseScript(judges, "judges.script.yml");
  const simulate = createLlmSimulator({ script });
  server = await serve(
    (request: Request) => {
      requests += 1;
      return simulate(request);
    },
    { port: 0 },
  );
  project = judgedProject({
    "counts.suite.yml": suite,
    "old.script.yml": agent("old", oldAnswers),
    "new.script.yml": agent("new", newAnswers),
  });
  run.a = await played("old.script.yml");
  run.b = await played("new.script.yml");
});
afterAll(async () => {
  project[Symbol.dispose]();
  await server.close();
});
const book = () => join(project.folder, "reports", run.b, "pairwise.jsonl");
beforeEach(() => {
  rmSync(book(), { force: true });
  requests = 0;
});

const env = () => ({
  ANTHROPIC_API_KEY: "no-key",
  ANTHROPIC_BASE_URL: server.url,
  OPENAI_API_KEY: "no-key",
  OPENAI_BASE_URL: `${server.url}/v1`,
});

async function played(script: string): Promise<string> {
  const args = ["eval", "run", "counts.suite.yml", "--script", script, "--no-history"];
  const world = { cwd: project.folder, env: {} };
  const { stdout } = await runWith([...args, "--format", "json"], world);
  return JSON.parse(stdout).run;
}

type Compared = ProgramRun & { readonly comparison: Comparison };

async function compared(
  judge: string,
  args: readonly string[] = [],
  world: { readonly signal?: AbortSignal } = {},
): Promise<Compared & { readonly pairwise: PairwiseResult }> {
  const command = ["compare", run.a, run.b, "--pairwise", "--judge-model", judge];
  const said = await runWith([...command, "--max-retries", "0", "--format", "json", ...args], {
    cwd: project.folder,
    env: env(),
    ...world,
  });
  if (said.stdout === "") throw new TypeError(said.stderr);
  const comparison: Comparison = JSON.parse(said.stdout);
  if (comparison.pairwise === undefined) throw new TypeError("nothing was judged");
  return { ...said, comparison, pairwise: comparison.pairwise };
}

describe.each(["openai", "anthropic"])("over the API of %s", (provider) => {
  test("a fair judge prefers by what is said, in whatever order", async () => {
    const { pairwise, comparison, exit } = await compared(`${provider}/fair`);
    expect(exit).toBe(0);
    expect(pairwise).toMatchObject({ wins: 5, losses: 1, ties: 1, inconsistent: 0, missing: 0 });
    expect(pairwise.winRate).toBeCloseTo(5.5 / 7);
    expect(pairwise.consistency).toMatchObject({ count: 6, total: 6 });
    expect(pairwise.firstSlot).toMatchObject({ count: 6, total: 12, share: 0.5 });
    expect(pairwise.reliable).toBe(true);
    expect(pairwise.cases.map(({ case: id, winner }) => `${id} ${winner}`)).toEqual([
      "a a",
      "b b",
      "c tie",
      "d b",
      "e b",
      "f b",
      "talk b",
    ]);
    expect(pairwise.cases[2]).toMatchObject({ identical: true, orders: [] });
    expect(comparison.metrics.at(-1)).toMatchObject({
      metric: "preference",
      b: pairwise.winRate,
      low: pairwise.low,
      high: pairwise.high,
      verdict: "undecided",
    });
    // Six of seven cases are asked about, twice; without style only one of them is another pair.
    expect(requests).toBe(14);
    expect(pairwise.spending).toMatchObject({ asked: 14, reused: 0, costUsd: null });
  });

  test("a judge that always likes the first is shown as unreliable, and decides nothing", async () => {
    const gate = ["--gate", "preference.at_least=0.4"];
    const { pairwise, comparison } = await compared(`${provider}/biased`, gate);
    expect(pairwise).toMatchObject({ wins: 0, losses: 0, ties: 7, inconsistent: 6 });
    expect(pairwise).toMatchObject({ reliable: false, verdict: "undecided" });
    expect(pairwise.consistency).toMatchObject({ count: 0, total: 6 });
    expect(pairwise.firstSlot).toMatchObject({ count: 12, total: 12, share: 1 });
    expect(pairwise.notes[0]).toContain(
      "unreliable: the judge said the same in both orders of only 0",
    );
    expect(comparison.gates).toMatchObject([{ outcome: "undecided" }]);
  });
});

test("without gates a preference for A fails B, and one that is open is not passed over", async () => {
  const fair = await compared("openai/fair", ["--strict"]);
  expect([fair.exit, fair.comparison.reason]).toEqual([3, expect.stringContaining("preference")]);
  const { exit, comparison, pairwise } = await compared("openai/nostalgic");
  expect(pairwise).toMatchObject({ wins: 0, losses: 6, verdict: "worse" });
  expect([exit, comparison.reason]).toEqual([1, "preference is worse"]);
});

test("a judge that sees no difference ties", async () => {
  const { pairwise } = await compared("openai/even");
  expect(pairwise).toMatchObject({ wins: 0, losses: 0, ties: 7, inconsistent: 0, winRate: 0.5 });
  expect(pairwise.reliable).toBe(true);
});

test("a judge that likes style is found out by answers without it", async () => {
  const { pairwise } = await compared("openai/stylish");
  expect(pairwise).toMatchObject({ wins: 1, losses: 0 });
  expect(pairwise.style.tally).toMatchObject({ wins: 0, losses: 0, ties: 7 });
  expect(pairwise.style.changed).toEqual(["counts/b"]);
  expect(pairwise.style).toMatchObject({ untouched: 6 });
  expect(pairwise.style.differences.b).toMatchObject({ headings: 1 / 7, bullets: 1 / 7 });
});

test("the seed says which order is asked first, and nothing else changes", async () => {
  const first = await compared("openai/fair");
  rmSync(book());
  const second = await compared("openai/fair", ["--seed", "7"]);
  const orders = ({ pairwise }: typeof first) =>
    pairwise.cases.map((each) => each.orders[0]?.first ?? "-").join("");
  expect(orders(first)).not.toBe(orders(second));
  expect(new Set(orders(first))).toContain("b");
  expect(second.pairwise.judge.seed).toBe(7);
  expect(second.pairwise.winRate).toBe(first.pairwise.winRate);
});

test("what a judge cannot tell is missing, and what it could hide is said", async () => {
  const { pairwise } = await compared("openai/unsure");
  expect(pairwise).toMatchObject({ pairs: 4, missing: 3, wins: 2, losses: 1 });
  expect(pairwise.bounds?.worst).toBeCloseTo(2.5 / 7);
  expect(pairwise.bounds?.best).toBeCloseTo(5.5 / 7);
  expect(pairwise.notes.join()).toContain("3 of 7 cases lack a judgment");
});

test.each([
  ["broken", "infra"],
  ["verbose", "judge"],
])("where the judge is %s nobody can tell", async (judge, cause) => {
  const { pairwise, exit, stderr } = await compared(`openai/${judge}`);
  expect(pairwise).toMatchObject({ pairs: 1, missing: 6, ties: 1 });
  expect(pairwise.cases[0]?.orders[0]).toMatchObject({ prefers: null, error: { cause } });
  expect([exit, stderr]).toEqual([3, expect.stringContaining("exit 3: cannot tell: the judge")]);
});

test("a script that says nothing of two answers is a mistake, with an entry to paste", async () => {
  const args = ["compare", run.a, run.b, "--pairwise"];
  const world = { cwd: project.folder, env: env() };
  const inProcess = await runWith(args, world);
  const overHttp = await runWith([...args, "-j", "1", "--judge-model", "openai/wordless"], world);
  for (const { exit, stderr } of [inProcess, overHttp]) {
    expect(exit).toBe(2);
    expect(stderr).toContain("error[SCRIPT_NO_REPLY]");
    expect(stderr).toContain("a judge's request that holds the answer");
    expect(stderr).toContain("prefers: tie");
  }
});

test("nothing is asked twice, whatever was torn, and a second judge is asked for itself", async () => {
  const first = await compared("openai/fair");
  appendFileSync(book(), '{"version":1,"key":"torn');
  const again = await compared("openai/fair");
  expect(requests).toBe(14);
  expect(again.pairwise.spending).toMatchObject({ asked: 0, reused: 14, costUsd: 0 });
  expect(again.pairwise.cases).toEqual(first.pairwise.cases);
  await compared("openai/even");
  expect(requests).toBe(28);
  expect((await compared("openai/even")).pairwise.spending).toMatchObject({ asked: 0 });
});

test("a comparison that is interrupted goes on where it was", async () => {
  const interruption = new AbortController();
  const stopAfter = setInterval(() => {
    if (requests >= 5) interruption.abort(new Error("stop"));
  }, 0);
  const cut = await compared("openai/fair", ["-j", "1"], { signal: interruption.signal });
  clearInterval(stopAfter);
  expect(cut.exit).toBe(130);
  expect(cut.pairwise.stopped).toBe("interrupted");
  expect(cut.pairwise.missing).toBeGreaterThan(0);
  const kept = readFileSync(book(), "utf8").trim().split("\n").length;
  expect(kept).toBe(cut.pairwise.spending.asked);
  const whole = await compared("openai/fair");
  expect(whole.exit).toBe(0);
  expect(whole.pairwise.spending).toMatchObject({ asked: 14 - kept, reused: kept });
  expect(whole.pairwise).toMatchObject({ wins: 5, losses: 1, ties: 1, missing: 0 });
});

test("a limit of costs stops it, and needs a price", async () => {
  const unknown = await runWith(
    ["compare", run.a, run.b, "--pairwise", "--judge-model", "openai/fair", "--max-cost", "1"],
    { cwd: project.folder, env: env() },
  );
  expect([unknown.exit, unknown.stderr]).toEqual([
    2,
    expect.stringContaining("error[EVAL_PRICE_UNKNOWN]"),
  ]);
  project.write("prices.yml", "fair: { input: 1000, output: 1000 }\n");
  const cut = await compared("openai/fair", ["--max-cost", "3", "--prices", "prices.yml"]);
  expect(cut.exit).toBe(4);
  expect(cut.pairwise.stopped).toBe("cost");
  expect(cut.pairwise.spending.costUsd).toBeGreaterThan(0);
  expect(cut.pairwise.spending.costUsd).toBeLessThanOrEqual(3);
});

test("a baseline file holds no answers", async () => {
  const accept = ["eval", "baseline", "accept", run.a, "-o", "old.json"];
  const world = { cwd: project.folder, env: env() };
  await runWith(accept, world);
  const { exit, stderr } = await runWith(["compare", "old.json", run.b, "--pairwise"], world);
  expect([exit, stderr]).toEqual([2, expect.stringContaining("COMPARE_PAIRWISE_NO_ANSWERS")]);
});

test("people read who won, how sure that is, and why", async () => {
  const said = await runWith(
    ["compare", run.a, run.b, "--pairwise", "--judge-model", "openai/fair"],
    { cwd: project.folder, env: env() },
  );
  expect(said.stdout).toContain("pairwise by openai/fair, blind, in both orders, seed 0");
  expect(said.stdout).toContain("same in both orders: 6 of 6, 100 % (61.0 % – 100 %)");
  expect(said.stdout).toContain("B  counts/b: As the script says.");
});
