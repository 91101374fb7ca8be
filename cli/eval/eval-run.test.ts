import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { foldRun, type RunEvent } from "../../src/record/index.ts";
import type { Summary } from "../../src/report/index.ts";
import { runIn, runWith } from "../testing/run-in.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  runIn(process.cwd(), ["eval", "run", "--reports", folder, ...args]);

test("the run folder holds the plan, the journal and the summary, and latest names it", async () => {
  const { exit, stdout } = await run("suites/smoke/pirate.suite.yml", "--format", "json");
  const summary: Summary = JSON.parse(stdout);
  expect(exit).toBe(0);
  expect(readdirSync(join(folder, summary.run)).toSorted()).toEqual([
    "events.jsonl",
    "run.json",
    "summary.json",
  ]);
  expect(JSON.parse(readFileSync(join(folder, "latest", "summary.json"), "utf8"))).toEqual(summary);
  const plan = JSON.parse(readFileSync(join(folder, "latest", "run.json"), "utf8"));
  expect(plan).toMatchObject({ run: summary.run, labels: ["scripted"], schemaVersion: 1 });
});

test("the journal folds to the very summary that was printed", async () => {
  const { stdout } = await run("suites/smoke", "--format", "json");
  const summary: Summary = JSON.parse(stdout);
  const lines = readFileSync(join(folder, "latest", "events.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  const record = foldRun(lines.map((line): RunEvent => JSON.parse(line)));
  expect(record.cases.map(({ outcome }) => outcome)).toEqual(
    summary.cases.map(({ outcome }) => outcome),
  );
  expect(record.end).toBe("done");
});

test("-o writes further reports, by extension and by name", async () => {
  const xml = join(folder, "junit.xml");
  const text = join(folder, "report.log");
  const { exit } = await run("suites/smoke/pirate.suite.yml", "-o", xml, "-o", `pretty=${text}`);
  expect(exit).toBe(0);
  expect(readFileSync(xml, "utf8")).toContain('<testsuite name="smoke-pirate" tests="3"');
  expect(readFileSync(text, "utf8")).toContain("pass  smoke-pirate › greets-in-character");
});

test("nothing but the document goes to standard output with --format json", async () => {
  const { stdout, stderr } = await run("suites/smoke/pirate.suite.yml", "--format", "json");
  expect(() => JSON.parse(stdout)).not.toThrow();
  expect(stderr).toContain("scripted model");
});

test("--quiet says nothing about the program itself", async () => {
  const { stderr } = await run("suites/smoke/pirate.suite.yml", "--quiet");
  expect(stderr).toBe("");
});

test("an interrupted run exits with 130, keeps its folder, and says so", async () => {
  const interruption = new AbortController();
  let said = "";
  const args = ["eval", "run", "suites/smoke", "--reports", folder, "-j", "1"];
  const { exit, stdout } = await runWith(args, {
    signal: interruption.signal,
    stderr: (text) => {
      said += text;
      // The first case that is done ends the patience of the user.
      if (text.startsWith("[1/")) interruption.abort();
    },
  });
  expect(exit).toBe(130);
  expect(said).toContain("exit 130: interrupted; what was done is kept");
  expect(stdout).toContain("interrupted");
  const summary: Summary = JSON.parse(readFileSync(join(folder, "latest", "summary.json"), "utf8"));
  expect(summary.exitCode).toBe(130);
  expect(summary.cases.filter(({ outcome }) => outcome === "pass").length).toBeGreaterThan(0);
  expect(summary.cases.filter(({ outcome }) => outcome === null).length).toBeGreaterThan(0);
});

test("a secret of the environment reaches neither the folder nor the report", async () => {
  const secret = "sk-ant-api03-Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";
  // The scripted agent says "Ahoy"; as a value of the environment it is a secret all the same.
  const args = ["eval", "run", "suites/smoke/pirate.suite.yml", "--reports", folder];
  const env = { ANTHROPIC_API_KEY: secret, SHIP_TOKEN: "software project" };
  const { stdout } = await runWith([...args, "-v", "-o", join(folder, "a.json")], { env });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(json|jsonl)$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  for (const text of [...files, stdout]) expect(text).not.toContain("many a software project");
  expect(files.join("\n")).toContain("[REDACTED]");
});

test("a dry run asks nobody, writes nothing, and prices the models that were named", async () => {
  const { exit, stdout } = await run(
    "--dry-run",
    "--model",
    "claude-sonnet-4-6",
    "--format",
    "json",
  );
  const estimate: { costUsd: number; roles: { role: string; model: string; requests: number }[] } =
    JSON.parse(stdout);
  expect(exit).toBe(0);
  expect(estimate.costUsd).toBeGreaterThan(0);
  expect(estimate.roles.map(({ role, model }) => [role, model])).toEqual([
    ["agent", "claude-sonnet-4-6"],
    ["judge", "claude-sonnet-4-6"],
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [["--judge-model", "claude-j", "--judge-model", "claude-k"]],
  [["--judge-model", "claude-j,claude-k"]],
])("%j name a panel", async (flags) => {
  const { stdout } = await run("--dry-run", "--model", "claude-a", ...flags, "--format", "json");
  const { roles }: { roles: { role: string; model: string }[] } = JSON.parse(stdout);
  expect(roles.map(({ role, model }) => [role, model])).toEqual([
    ["agent", "claude-a"],
    ["judge", "claude-j"],
    ["judge", "claude-k"],
  ]);
});

test("a model without a price costs an unknown amount, never nothing", async () => {
  const { stdout } = await run("--dry-run", "--model", "anthropic/claude-unpriced-1");
  expect(stdout).toContain("estimated on a scripted model: cost unknown");
});
