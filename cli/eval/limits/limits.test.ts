import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Summary } from "../../../src/report/index.ts";
import { type ProgramRun, runWith } from "../../testing/run-in.ts";
import { readDuration } from "./read-duration.ts";
import { readErrorLimit } from "./read-error-limit.ts";
import { readUsd } from "./read-usd.ts";

describe("flags", () => {
  test.each<[string, number]>([
    ["500ms", 500],
    ["90s", 90_000],
    ["10m", 600_000],
    ["1h", 3_600_000],
  ])("%s is %i ms", (text, ms) => {
    expect(readDuration(text)).toBe(ms);
  });
  test.each(["", "10", "0s", "1.5h", "10 m", "-1s", "1d"])("%j is no duration", (text) => {
    expect(() => readDuration(text)).toThrow("90s");
  });

  test.each<[string, unknown]>([
    ["0", { trials: 0 }],
    ["5", { trials: 5 }],
    ["1", { trials: 1 }],
    ["10%", { share: 0.1 }],
    ["2.5%", { share: 0.025 }],
    ["100%", { share: 1 }],
    ["0.1", { share: 0.1 }],
  ])("%s is %j", (text, limit) => {
    expect(readErrorLimit(text)).toEqual(limit);
  });
  test.each(["", "-1", "1.5", "101%", "%", "a", "1e3"])("%j is no limit of errors", (text) => {
    expect(() => readErrorLimit(text)).toThrow("10%");
  });

  test.each<[string, number]>([
    ["2", 2],
    ["0.05", 0.05],
    ["$1.50", 1.5],
  ])("%s is %d dollars", (text, usd) => {
    expect(readUsd(text)).toBe(usd);
  });
  test.each(["0", "0.0", "-1", "1,5", "five", ""])("%j is no amount", (text) => {
    expect(() => readUsd(text)).toThrow("2.50");
  });
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-limits-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const cwd = resolve(import.meta.dirname, "../../..");
function run(args: string, env: Readonly<Record<string, string>> = {}): Promise<ProgramRun> {
  const argv = `eval run --no-history --reports ${folder} ${args}`.split(" ");
  return runWith(argv, { cwd, env });
}

test("a run whose cost nobody could tell is not begun", async () => {
  const live = "suites/smoke/pirate.suite.yml --model claude-x --base-url http://127.0.0.1:9";
  const { exit, stderr } = await run(`${live} --max-cost 1`, { ANTHROPIC_API_KEY: "k" });
  expect(exit).toBe(2);
  expect(stderr).toContain(
    "error[EVAL_PRICE_UNKNOWN]: the cost of the run is limited, but the price of claude-x is not known",
  );
});

describe("--prices", () => {
  const live = "suites/smoke/pirate.suite.yml --model claude-x --base-url http://127.0.0.1:9";

  test.each<[string, string]>([
    ["prices.yml", "claude-x: { input: 1, output: 2 }\n"],
    ["prices.json", '{ "anthropic/claude-x": { "input": 1, "output": 2, "cache_read": 0.1 } }'],
  ])("%s says what a model costs", async (name, text) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    const { exit, stderr } = await run(`${live} --max-cost 1 --max-retries 0 --prices ${file}`, {
      ANTHROPIC_API_KEY: "k",
    });
    expect(stderr).not.toContain("EVAL_PRICE_UNKNOWN");
    expect(exit).toBe(3);
  });

  test("a wrong key in it is told at its place", async () => {
    const file = join(folder, "prices.yml");
    writeFileSync(file, "claude-x:\n  input: 1\n  ouput: 2\n");
    const { exit, stderr } = await run(`${live} --prices ${file}`);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[CONFIG_INVALID]");
    expect(stderr).toContain("prices.yml:3:3");
  });

  test("one that is not there is told", async () => {
    const { exit, stderr } = await run(`${live} --prices ${join(folder, "none.yml")}`);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[FILE_NOT_FOUND]");
  });
});

test("a run that fails too often stops with 4, and says what was not run and why", async () => {
  const live = "suites/smoke --model claude-x --base-url http://127.0.0.1:9 --max-retries 0 -j 1";
  const { exit, stdout, stderr } = await run(`${live} --max-errors 1 --format json`, {
    ANTHROPIC_API_KEY: "k",
  });
  const summary: Summary = JSON.parse(stdout);
  expect(exit).toBe(4);
  expect(summary).toMatchObject({ exitCode: 4, limit: { name: "errors", max: 1, used: 2 } });
  const missing = summary.cases.filter(({ outcome }) => outcome === null);
  expect(missing.length).toBe(summary.cases.length - 2);
  for (const { notRun } of missing) {
    expect(notRun).toBe("error limit: 2 trials ended in infra_error or judge_error, and 1 may");
  }
  expect(stderr).toContain("exit 4: error limit: 2 trials ended");
});

test("a live model without a price is named once, and its cost is not taken for none", async () => {
  const { stdout } = await run("suites/smoke/pirate.suite.yml --curtail off");
  expect(stdout).toContain("no cost");
  expect(stdout).not.toContain("price of");
});
