import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadConfig } from "../../../src/config/index.ts";
import { AppError, AppErrors } from "../../../src/core/errors/app-error.ts";
import { diskFiles, shownPath } from "../../../src/platform/index.ts";
import { findDefinitions } from "./find-definitions.ts";

let cwd: string;

beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-")));
  for (const path of [
    "flows/definitions.yml",
    "flows/helper/1.0.0.yml",
    "ruby/items.rb",
    "ruby/more/agents.rb",
    "ruby/more/agents_spec.rb",
    "ruby/more/notes.md",
    "ruby/more/definitions.yaml",
    "other.yml",
    "empty/Gemfile",
  ]) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), "");
  }
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function find(paths: string[], flagged?: string[]): Promise<Record<string, string[]>> {
  const config = await loadConfig(cwd, diskFiles);
  const found = await findDefinitions(paths, flagged, { config, cwd, files: diskFiles });
  const shown = (list: readonly string[]): string[] => list.map((path) => shownPath(path, cwd));
  return { known: shown(found.known), linted: shown(found.linted), others: [...found.others] };
}

test.each<
  [
    paths: string[],
    flagged: string[] | undefined,
    known: string[],
    linted: string[],
    others: string[],
  ]
>([
  [[], undefined, ["flows/definitions.yml"], ["flows/definitions.yml"], []],
  [["flows/helper"], undefined, ["flows/definitions.yml"], [], ["flows/helper"]],
  [["flows"], undefined, ["flows/definitions.yml"], ["flows/definitions.yml"], ["flows"]],
  [
    ["./flows/definitions.yml", "-"],
    undefined,
    ["flows/definitions.yml"],
    ["flows/definitions.yml"],
    ["-"],
  ],
  [["ruby/items.rb"], undefined, ["flows/definitions.yml", "ruby/items.rb"], ["ruby/items.rb"], []],
  [[], ["other.yml"], ["other.yml"], ["other.yml"], []],
  [["flows"], ["other.yml"], ["other.yml"], [], ["flows"]],
  [
    [],
    ["ruby"],
    ["ruby/items.rb", "ruby/more/agents.rb", "ruby/more/definitions.yaml"],
    ["ruby/items.rb", "ruby/more/agents.rb", "ruby/more/definitions.yaml"],
    [],
  ],
])("%j with --definitions %j", async (paths, flagged, known, linted, others) => {
  expect(await find(paths, flagged)).toEqual({ known, linted, others });
});

test.each([
  [[], ["nope.yml", "empty"], ["FILE_NOT_FOUND", "LINT_NOTHING_FOUND"]],
  [["flows/nope.rb"], undefined, ["FILE_NOT_FOUND"]],
])("%j with --definitions %j is an error", async (paths, flagged, codes) => {
  const error: unknown = await find(paths, flagged).catch((each: unknown) => each);
  const errors = error instanceof AppErrors ? error.errors : [error];
  expect(errors.map((each) => (each instanceof AppError ? each.code : each))).toEqual(codes);
});
