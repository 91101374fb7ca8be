import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Summary } from "../../../src/report/index.ts";
import { runIn } from "../../testing/run-in.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fifty = resolve("fixtures/eval/fifty-mistakes");

const validateFifty = (...flags: readonly string[]) =>
  runIn(fifty, ["eval", "validate", "fifty.suite.yml", ...flags]);

interface Found {
  readonly rule: string;
  readonly origin: string;
  readonly line: number;
  readonly endLine: number;
  readonly severity: string;
}

test("fifty mistakes of a suite are told in one go, each at its line", async () => {
  const { exit, stdout } = await validateFifty("--format", "json");
  const document: { readonly files: readonly { readonly diagnostics: readonly Found[] }[] } =
    JSON.parse(stdout);
  const all = document.files.flatMap(({ diagnostics }) => diagnostics);
  const marks = readFileSync(join(fifty, "fifty.suite.yml"), "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const rule = / # ([a-z]+(?:-[a-z]+)+)$/u.exec(line)?.[1];
      return rule === undefined ? [] : [`${index + 1} ${rule}`];
    });
  const told = all.filter(({ severity }) => severity !== "info");
  expect(exit).toBe(1);
  expect(marks.length).toBeGreaterThanOrEqual(50);
  expect([...new Set(told.map(({ line, rule }) => `${line} ${rule}`))].toSorted()).toEqual(
    marks.toSorted(),
  );
  expect(new Set(all.map(({ origin }) => origin))).toEqual(new Set(["suite"]));
});

test.each(["codequality", "github", "junit", "markdown", "pretty"])(
  "findings are written as %s",
  async (format) => {
    const file = join(folder, "report");
    const { exit } = await validateFifty("-o", `${format}=${file}`, "-q");
    expect(exit).toBe(1);
    const text = readFileSync(file, "utf8");
    expect(text).toContain("fifty.suite.yml");
    expect(text).toContain("get_isue");
  },
);

test("nothing of suites is for vulnerability management", async () => {
  const { exit, stderr } = await validateFifty("-o", join(folder, "x.sarif"));
  expect(exit).toBe(2);
  expect(stderr).toContain("no report has the extension");
});

const suite = (checks: string): string =>
  `suite: one\ntarget: { flow: ${resolve(fifty, "flows/intake.yml")} }\ncases:\n  - id: a\n    ask: What is wrong?\n    expect:\n${checks}`;

async function validate(...flags: readonly string[]): Promise<Awaited<ReturnType<typeof runIn>>> {
  return runIn(folder, ["eval", "validate", "one.suite.yml", ...flags]);
}

test("rules are as bad as flowproof.yml says, and what is refused stays an error", async () => {
  const twice = "      - answer: cart\n      - answer: cart\n      - status: completed\n";
  writeFileSync(join(folder, "one.suite.yml"), suite(twice));
  expect((await validate()).exit).toBe(0);
  const config = join(folder, "flowproof.yml");
  writeFileSync(config, "validate: { rules: { duplicate-check: error } }\n");
  expect((await validate()).exit).toBe(1);
  writeFileSync(config, "validate: { max_warnings: 0 }\n");
  expect((await validate()).exit).toBe(1);
  expect((await validate("--max-warnings", "9")).exit).toBe(0);
  const off = "{ duplicate-check: off, unreached: off, no-input: off }";
  writeFileSync(config, `validate: { rules: ${off} }\n`);
  expect((await validate()).stdout).toMatch(/^nothing found/);
});

test.each<[name: string, message: string]>([
  ["duplicate-chek", 'there is no rule "duplicate-chek" for suites'],
  ["suite-form", "what suite-form reports keeps a suite from being run"],
])("the rule %s cannot be set", async (name, message) => {
  writeFileSync(join(folder, "one.suite.yml"), suite("      - answer: cart\n"));
  writeFileSync(join(folder, "flowproof.yml"), `validate: { rules: { ${name}: off } }\n`);
  const { exit, stderr } = await validate();
  expect(exit).toBe(2);
  expect(stderr).toContain(`error[CONFIG_INVALID]: flowproof.yml:1:22: ${message}`);
});

test("of very many findings people see a hundred, and machines all", async () => {
  writeFileSync(join(folder, "one.suite.yml"), suite("      - called: get_isue\n".repeat(150)));
  const { stdout } = await validate();
  expect(stdout.match(/no tool "get_isue"/g)).toHaveLength(100);
  expect(stdout).toMatch(/150 errors.*\nand \d+ more: repair these first, or see --format json\n$/);
  const { stdout: text } = await validate("--format", "json");
  expect(text.match(/no tool \\"get_isue\\"/g)).toHaveLength(150);
});

test("our own suites have no mistakes", async () => {
  const args = ["eval", "validate", "suites", "--max-warnings", "0"];
  const { exit, stdout } = await runIn(process.cwd(), args);
  expect(exit, stdout).toBe(0);
});

test("coverage is in the summary where it was asked for, and nowhere else", async () => {
  const run = ["eval", "run", "suites/smoke/issue-triage.suite.yml", "--reports", folder];
  const { stdout: measured } = await runIn(process.cwd(), [
    ...run,
    "--coverage",
    "--format",
    "json",
  ]);
  const summary: Summary = JSON.parse(measured);
  expect(summary.coverage).toMatchObject([
    { flow: "issue_triage", components: { reached: 3, total: 3, missing: [] } },
  ]);
  const kept: unknown = JSON.parse(readFileSync(join(folder, "latest", "summary.json"), "utf8"));
  expect(kept).toEqual(summary);
  const { stdout } = await runIn(process.cwd(), [...run, "--format", "json"]);
  expect(JSON.parse(stdout)).not.toHaveProperty("coverage");
});
