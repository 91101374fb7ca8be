import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseScript } from "../../src/model/index.ts";
import { readText, seededRandom } from "../../src/platform/index.ts";
import type { Summary } from "../../src/report/index.ts";
import { createLlmSimulator, serve, type SimulatedFault } from "../../src/simulators/index.ts";
import { type ProgramRun, runWith } from "../testing/run-in.ts";

const file = "fixtures/scripts/smoke.script.yml";
const script = await parseScript(await readText(file), file);
const suite = "suites/smoke/pirate.suite.yml";

let reports: string;
beforeEach(async () => {
  reports = await mkdtemp(join(tmpdir(), "flowproof-faults-"));
});
afterEach(() => rm(reports, { recursive: true, force: true }));

interface Ended extends ProgramRun {
  readonly summary: Summary | undefined;
  readonly stats: ReturnType<typeof createLlmSimulator>["stats"];
}

/** Runs suites against a provider that goes wrong. */
async function run(
  fault: (request: number) => SimulatedFault | undefined,
  flags: readonly string[] = [],
  model = "claude-sonnet-4-6",
): Promise<Ended> {
  const simulator = createLlmSimulator({ script, fault });
  const server = await serve(simulator, { port: 0, onError: () => undefined });
  try {
    const args = ["eval", "run", "--format", "json", "--reports", reports, "--model", model];
    const ended = await runWith([...args, ...flags], {
      env: {
        ANTHROPIC_BASE_URL: server.url,
        ANTHROPIC_API_KEY: "x",
        OPENAI_BASE_URL: `${server.url}/v1`,
      },
    });
    const summary: Summary | undefined = ended.stdout === "" ? undefined : JSON.parse(ended.stdout);
    return { ...ended, summary, stats: simulator.stats };
  } finally {
    await server.close();
  }
}

const limited = (retryAfter?: string): SimulatedFault => ({
  type: "status",
  status: 429,
  ...(retryAfter === undefined ? {} : { headers: { "retry-after": retryAfter } }),
});

/** What providers and networks do in passing. */
const passing: readonly SimulatedFault[] = [
  limited(),
  limited("0.01"),
  { type: "status", status: 529 },
  { type: "status", status: 500 },
  { type: "reset", atByte: 0 },
  { type: "reset", atByte: 300 },
  { type: "cut", atByte: 300 },
];

/** Three of ten requests go wrong, in some way. */
function randomFaults(seed: number): (request: number) => SimulatedFault | undefined {
  const random = seededRandom(seed);
  return () =>
    random.next() < 0.3 ? passing[Math.floor(random.next() * passing.length)] : undefined;
}

describe.each(["claude-sonnet-4-6", "openai/any-model"])("%s", (model) => {
  test.each([
    // One at a time, so that the same requests fail each time.
    [1, ["-j", "1"]],
    [2, ["-j", "1"]],
    [3, ["-j", "8", "--max-retries", "15"]],
  ])(
    "of faults in three of ten requests nothing is left in the result, seed %i",
    async (seed, flags) => {
      const { exit, summary, stats, stderr } = await run(randomFaults(seed), flags, model);
      expect(exit, stderr).toBe(0);
      expect(summary?.gate).toBe("pass");
      expect(summary?.cases.every(({ outcome }) => outcome === "pass")).toBe(true);
      expect(stats.requests).toBeGreaterThan(stats.answered * 1.15);
    },
  );

  test("a storm of 429s at the beginning is waited out, and is no latency", async () => {
    const { exit, summary, stats } = await run(
      (request) => (request <= 12 ? limited(request % 2 === 0 ? "0.02" : undefined) : undefined),
      [suite, "-j", "3"],
      model,
    );
    expect(exit).toBe(0);
    expect(stats.requests).toBe(stats.answered + 12);
    const trials = summary?.cases.flatMap((each) => each.trials) ?? [];
    expect(trials.some(({ waitMs }) => waitMs > 0)).toBe(true);
  });

  test.each(["99999999999", "-5", "soon", "3 apples", "Wed, 21 Oct 2015 07:28:00 GMT", ""])(
    "a 429 that asks to wait %j is tried again as if it had not asked",
    async (wish) => {
      const fault = (request: number): SimulatedFault | undefined =>
        request === 1 ? limited(wish) : undefined;
      const { exit, stats } = await run(fault, [suite, "--limit", "1"], model);
      expect(exit).toBe(0);
      expect(stats.requests).toBe(stats.answered + 1);
    },
  );

  test("a 429 that asks for an hour is told, and not waited for", async () => {
    const { exit, summary } = await run(() => limited("3600"), [suite], model);
    expect(exit).toBe(3);
    expect(summary?.counts).toMatchObject({ pass: 0, fail: 0, infra_error: 3 });
    expect(summary?.cases[0]?.trials[0]?.reason).toContain("it asks to wait 3600 s");
  });

  test.each([
    [0, 1],
    [2, 3],
  ])("with --max-retries %i a request is sent %i times", async (retries, sent) => {
    const down = (): SimulatedFault => ({ type: "status", status: 529 });
    const flags = [suite, "--limit", "1", "--max-retries", String(retries)];
    const { exit, summary, stats } = await run(down, flags, model);
    expect(exit).toBe(3);
    expect(summary?.counts.infra_error).toBe(1);
    expect(stats.requests).toBe(sent);
  });

  test("arguments that are no JSON are the model's fault, and no tool hears of them", async () => {
    const only = ["suites/smoke/issue-triage.suite.yml", "--limit", "1"];
    const fault = (request: number): SimulatedFault | undefined =>
      request === 1 ? { type: "garble" } : undefined;
    const [garbled, whole] = [
      await run(fault, only, model),
      await run(() => undefined, only, model),
    ];
    const [trial, good] = [garbled, whole].map(({ summary }) => summary?.cases[0]?.trials[0]);
    expect(good?.outcome).toBe("pass");
    expect(["fail", "agent_error"]).toContain(trial?.outcome);
    expect(trial?.calls.filter(({ isError }) => !isError).length).toBeLessThan(
      good?.calls.length ?? 0,
    );
    expect(garbled.exit).toBe(1);
  });

  test("a key that is refused on the way ends the run, and is no result of a case", async () => {
    const fault = (request: number): SimulatedFault | undefined =>
      request < 4 ? undefined : { type: "status", status: 401 };
    const { exit, stderr, stats } = await run(fault, [suite, "-j", "1"], model);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[MODEL_KEY_REFUSED]");
    expect(stats.requests).toBe(4);
  });
});

test("a rate is kept to, told at the start, and waiting is shown", async () => {
  const flags = [suite, "--rate", "1/s", "--limit", "2"];
  const { exit, stderr, summary } = await run(() => undefined, flags);
  expect(exit).toBe(0);
  expect(stderr).toContain(
    "note: needs at least 4 requests of anthropic/claude-sonnet-4-6; the limit is 1/s: takes at least 3 s",
  );
  expect(stderr).toMatch(/waiting [\d.]+ s: anthropic\/claude-sonnet-4-6: the limit is 1\/s/);
  const trials = summary?.cases.flatMap((each) => each.trials) ?? [];
  expect(trials.some(({ waitMs }) => waitMs > 500)).toBe(true);
});

test.each([
  [["--rate", "fast"], '"fast" is not a rate'],
  [["--rate", "claude-sonnet-4-6=5"], '"5" is not a rate'],
])("%j is refused", async (flags, expected) => {
  const { exit, stderr, stats } = await run(() => undefined, flags);
  expect(exit).toBe(2);
  expect(stderr).toContain(`error[MODEL_RATE_INVALID]: ${expected}`);
  expect(stats.requests).toBe(0);
});
