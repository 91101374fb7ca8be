import { expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { findSuites } from "./find-suites.ts";

const files = memoryFiles({
  "suites/b.suite.yml": "",
  "suites/smoke/a.suite.yml": "",
  "suites/smoke/readme.md": "",
  "suites/smoke/deep/er/c.suite.yml": "",
  "suites/.hidden/d.suite.yml": "",
  "suites/.git/x.suite.yml": "",
  "suites/node_modules/x/e.suite.yml": "",
  "suites/notes.yml": "",
  "empty/readme.md": "",
});
const suites = (...names: readonly string[]): string[] =>
  names.map((name) => `${cwd}/suites/${name}`);
const all = suites(
  ".hidden/d.suite.yml",
  "b.suite.yml",
  "smoke/a.suite.yml",
  "smoke/deep/er/c.suite.yml",
);

test.each<[readonly string[], readonly string[]]>([
  [["suites"], all],
  [["suites/"], all],
  [[`${cwd}/suites/smoke`], suites("smoke/a.suite.yml", "smoke/deep/er/c.suite.yml")],
  [["suites/smoke", "suites"], all],
  [["suites/b.suite.yml", "suites/b.suite.yml"], suites("b.suite.yml")],
  [["suites/notes.yml"], suites("notes.yml")],
])("%j holds %j", async (paths, expected) => {
  expect(await findSuites(paths, { files, cwd })).toEqual({ paths: expected, errors: [] });
});

test.each([
  ["empty", "there is no suite in empty"],
  ["nowhere", "there is no suite nowhere"],
  ["suites/a.eval.ts", "suites/a.eval.ts is a suite in TypeScript, which Vitest runs"],
  ["suites/smoke/readme.md", "there is no suite suites/smoke/readme.md"],
])("%s holds none", async (path, message) => {
  const { paths, errors } = await findSuites([path, "suites/b.suite.yml"], { files, cwd });
  expect(paths).toEqual(suites("b.suite.yml"));
  expect(errors.map((error) => `${error.code} ${error.message}`)).toEqual([
    `EVAL_NO_SUITES ${message}`,
  ]);
});
