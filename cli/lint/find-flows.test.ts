import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskFiles, shownPath } from "../../src/platform/index.ts";
import { findFlows } from "./find-flows.ts";

let top: string;
let cwd: string;

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-")));
  cwd = join(top, "work");
  for (const path of [
    "work/flows/a/1.0.0.yml",
    "work/flows/a/1.0.0.yaml",
    "work/flows/a/notes/1.0.0.yml",
    "work/flows/b/2.0.0-goal.yml",
    "work/flows/B/1.0.0.yml",
    "work/flows/experimental/c/1.0.0.yml",
    "work/flows/definitions.yml",
    "work/flows/flowproof.lock.json",
    "work/more/x.yml",
    "work/more/v1.0/y.yaml",
    "work/more/[odd]/z.yml",
    "work/more/.hidden/x.yml",
    "work/more/node_modules/x.yml",
    "work/more/flowproof.yml",
    "work/more/x.suite.yml",
    "work/more/prompts/p.yml",
    "work/empty/read.me",
    "outside/secret.yml",
  ]) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), "");
  }
  mkdirSync(join(cwd, "nothing"));
  mkdirSync(join(cwd, "nothing.yml"));
  const links: readonly (readonly [string, string])[] = [
    ["../../outside", "more/leads-out"],
    ["../../outside/secret.yml", "more/leads-out.yml"],
    ["..", "more/circle"],
    ["..", "more/v1.0/loop"],
    ["../flows/a", "more/alias"],
    ["x.yml", "more/same.yml"],
    ["gone", "more/dangling.yml"],
    ["more", "linked"],
  ];
  for (const [target, path] of links) symlinkSync(target, join(cwd, path));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function find(...paths: string[]): Promise<{ found: string[]; said: string[] }> {
  const misplaced: string[] = [];
  const { paths: found, errors } = await findFlows(paths, {
    cwd,
    files: diskFiles,
    registries: [join(cwd, "flows")],
    others: [join(cwd, "more/prompts")],
    onMisplaced: (path) => void misplaced.push(`misplaced ${shownPath(path, cwd)}`),
  });
  return {
    found: found.map((path) => shownPath(path, cwd)),
    said: [...misplaced, ...errors.map(({ code, message }) => `${code} ${message}`)],
  };
}

const registered = [
  "flows/a/1.0.0.yml",
  "flows/b/2.0.0-goal.yml",
  "flows/experimental/c/1.0.0.yml",
];
const misplaced = [
  "misplaced flows/B/1.0.0.yml",
  "misplaced flows/a/1.0.0.yaml",
  "misplaced flows/a/notes/1.0.0.yml",
];
const more = ["more/[odd]/z.yml", "more/same.yml", "more/v1.0/y.yaml", "more/x.yml"];

test.each<[paths: string[], found: string[], said: string[]]>([
  [["flows"], registered, misplaced],
  [["./flows/"], registered, misplaced],
  [["flows/a"], ["flows/a/1.0.0.yml"], misplaced.slice(1)],
  [["flows/experimental"], ["flows/experimental/c/1.0.0.yml"], []],
  [["flows/a/1.0.0.yaml"], ["flows/a/1.0.0.yaml"], []],
  [["flows/definitions.yml"], ["flows/definitions.yml"], []],
  [["more"], more, []],
  [["more/.hidden"], ["more/.hidden/x.yml"], []],
  [["more/prompts"], ["more/prompts/p.yml"], []],
  [["more/leads-out"], ["more/leads-out/secret.yml"], []],
  [["more/leads-out.yml"], ["more/leads-out.yml"], []],
  [["linked"], more.map((path) => path.replace("more", "linked")), []],
  [["more/[odd]"], ["more/[odd]/z.yml"], []],
  [["more/[!o]*.yml"], ["more/same.yml", "more/x.yml"], []],
  [["more/**/{y,z}.*"], ["more/[odd]/z.yml", "more/v1.0/y.yaml"], []],
  [["./more/*.yml"], ["more/same.yml", "more/x.yml"], []],
  [["../outside/*.yml"], [], []],
  [["empty/read.me"], ["empty/read.me"], []],
  [["nothing.yml"], ["nothing.yml"], []],
  [["empty"], [], ['LINT_NOTHING_FOUND there is no flow in the folder "empty"']],
  [["nothing"], [], ['LINT_NOTHING_FOUND there is no flow in the folder "nothing"']],
  [["more/z*"], [], ['LINT_NOTHING_FOUND no flow matches "more/z*"']],
  [[""], [], ['FILE_NOT_FOUND there is no file or folder ""']],
  [["gone/*"], [], ['LINT_NOTHING_FOUND no flow matches "gone/*"']],
  [["gone/x.yml"], [], ['FILE_NOT_FOUND there is no file or folder "gone/x.yml"']],
  [["more/dangling.yml"], [], ['FILE_NOT_FOUND there is no file or folder "more/dangling.yml"']],
  [
    ["flows/a/1.0.0.yml/x"],
    [],
    ['FILE_NOT_FOUND there is no file or folder "flows/a/1.0.0.yml/x"'],
  ],
])("%j", async (paths, found, said) => {
  const expected = paths[0] === "../outside/*.yml" ? [join(top, "outside/secret.yml")] : found;
  expect(await find(...paths)).toEqual({ found: expected, said });
});

test("a file has one place in the list however often it is named", async () => {
  const { found } = await find("more/x.yml", "more", "./more/../more/x.yml", "more/*");
  expect(found).toEqual(more);
});
