import { expect, test } from "vitest";
import { lintFiles, type LintSource } from "./lint-files.ts";
import { completeExample } from "./rule/complete-example.ts";

const good = completeExample({ yaml: "" });
const bad = "version: v1\n";

test("files come back sorted and counted, with the texts of those that need one", async () => {
  const { files, counts } = await lintFiles([
    { path: "b.yml", text: bad },
    { path: "a/b.yml", text: good },
    { path: "a.yml", text: bad },
    { path: "B.yml", text: undefined },
  ]);
  expect(files.map(({ path, text, diagnostics }) => [path, text, diagnostics.length > 0])).toEqual([
    ["B.yml", "", true],
    ["a.yml", bad, true],
    ["a/b.yml", "", false],
    ["b.yml", bad, true],
  ]);
  const errors = files.flatMap(({ diagnostics }) => diagnostics).length;
  expect(counts).toEqual({ files: 4, error: errors, warning: 0, info: 0, suppressed: 0 });
});

test("what has findings of other origins only is clean", async () => {
  const sources = [
    { path: "a.yml", text: bad },
    { path: "b.yml", text: undefined },
  ];
  const { files, counts } = await lintFiles(sources, { only: ["policy"] });
  expect(files.map(({ text, diagnostics }) => [text, diagnostics])).toEqual([
    ["", []],
    ["", []],
  ]);
  expect(counts).toMatchObject({ files: 2, error: 0 });
});

test("bytes that are no text are the fault of the YAML", async () => {
  const { files } = await lintFiles([{ path: "a.yml", text: undefined }]);
  expect(files[0]?.diagnostics).toMatchObject([
    { rule: "yaml-syntax", code: "E01", severity: "error", origin: "service", line: 1, column: 1 },
  ]);
});

test("a file is asked for when the one before is done", async () => {
  const asked: string[] = [];
  let finished = "";
  async function* sources(): AsyncGenerator<LintSource> {
    for (const path of ["1", "2", "3"]) {
      asked.push(`${path} after ${finished}`);
      yield { path, text: good };
      finished = path;
    }
  }
  await lintFiles(sources());
  expect(asked).toEqual(["1 after ", "2 after 1", "3 after 2"]);
});
