import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { Files } from "../../src/core/files.ts";
import { lintReporters, rules } from "../../src/lint/index.ts";
import { diskFiles } from "../../src/platform/index.ts";
import { fitted } from "../testing/parse-scenario.ts";
import { runWith } from "../testing/run-in.ts";
import { lintFormats, lintOrigins } from "./define-lint.ts";

const flow = readFileSync("flows/foundational_pirate_agent/1.0.0.yml", "utf8");
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  mkdirSync(join(cwd, "flows/a"), { recursive: true });
  writeFileSync(join(cwd, "flows/a/1.0.0.yml"), flow);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test("help lists the formats that there are", () => {
  expect([...lintFormats].toSorted()).toEqual(lintReporters.ids);
});

test("help lists the origins that rules have", () => {
  const origins = new Set(rules.all().map(({ origin }) => origin));
  expect([...lintOrigins].toSorted()).toEqual([...origins].toSorted());
});

test.each([
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0x01])],
  ["UTF-16", Buffer.from("\uFEFFversion: v1\n", "utf16le")],
  ["zeros", Buffer.alloc(1000)],
])("%s is a finding, and does not keep other files from being linted", async (_, bytes) => {
  writeFileSync(join(cwd, "flows/a/2.0.0.yml"), bytes);
  const { exit, stdout } = await runWith(["lint", "--format", "json"], { cwd });
  rmSync(join(cwd, "flows/a/2.0.0.yml"));
  expect(exit).toBe(1);
  const broken: unknown = expect.objectContaining({ code: "E01", severity: "error" });
  expect(JSON.parse(stdout)).toMatchObject({
    files: [
      { path: "flows/a/1.0.0.yml", diagnostics: [] },
      { path: "flows/a/2.0.0.yml", diagnostics: expect.arrayContaining([broken]) },
    ],
    counts: { files: 2 },
  });
});

test("bytes that are no text come through standard input as well", async () => {
  const stdin = async () => Buffer.from([0xff, 0xfe]);
  const { exit, stdout } = await runWith(["lint", "-"], { cwd, stdin });
  expect(exit).toBe(1);
  expect(stdout).toContain("<stdin>\n\n  error 1:1 the file is not UTF-8 text\n");
});

test.each([
  [0.9, 0, "nothing found in 1 file\n"],
  [5, 1, "…\n1 error in 1 file\n"],
])("a file of %d MB is read or refused, without much ado", async (size, code, text) => {
  const lines = "        word and more\n".repeat((size * 1_000_000) / 22);
  writeFileSync(join(cwd, "long.yml"), flow.replace("system: |\n", `system: |\n${lines}`));
  const { exit, stdout } = await runWith(["lint", "long.yml"], { cwd });
  expect(exit).toBe(code);
  expect(fitted(stdout, text)).toBe(text);
});

test("thousands of findings in one file are all reported, in a time that grows with them", async () => {
  const many = `version: v1\nenvironment: ambient\nflow: { entry_point: a }\nrouters: []\ncomponents:\n${"- 1\n".repeat(5000)}`;
  writeFileSync(join(cwd, "many.yml"), many);
  const { exit, stdout } = await runWith(["lint", "many.yml", "-q"], { cwd });
  expect(exit).toBe(1);
  expect(stdout).toMatch(/\n5000 errors in 1 file\n$/);
});

function unreadable(...names: string[]): Files {
  return {
    ...diskFiles,
    async read(path) {
      if (!names.some((name) => path.endsWith(name))) return diskFiles.read(path);
      throw new AppError("FILE_UNREADABLE", `no permission to read "${path}"`);
    },
  };
}

test("files that cannot be read are all told, and nothing else", async () => {
  for (const version of ["3.0.0", "4.0.0"]) writeFileSync(join(cwd, `flows/a/${version}.yml`), "1");
  const files = unreadable("3.0.0.yml", "1.0.0.yml");
  const { exit, stdout, stderr } = await runWith(["lint", "--format", "json"], { cwd, files });
  for (const version of ["3.0.0", "4.0.0"]) rmSync(join(cwd, `flows/a/${version}.yml`));
  expect([exit, stdout]).toEqual([2, ""]);
  expect(stderr.match(/error\[FILE_UNREADABLE\]/g)).toHaveLength(2);
});

test("an interruption ends it without a report", async () => {
  const interruption = new AbortController();
  interruption.abort();
  const { exit, stdout } = await runWith(["lint"], { cwd, signal: interruption.signal });
  expect([exit, stdout]).toEqual([130, ""]);
});

test("what is not for a terminal does not depend on one", async () => {
  const narrow = { live: false, color: { stdout: false, stderr: true }, columns: 30 };
  const wide = { ...narrow, columns: 300 };
  writeFileSync(join(cwd, "bad.yml"), "version: v2\n");
  const texts = [];
  for (const terminal of [narrow, wide, narrow]) {
    texts.push((await runWith(["lint", "bad.yml"], { cwd, terminal })).stdout);
  }
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain("bad.yml\n");
});
