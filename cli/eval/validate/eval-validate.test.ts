import { mkdtempSync, readFileSync, rmSync } from "node:fs";
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
  expect(marks).toHaveLength(50);
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
