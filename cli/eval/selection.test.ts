import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RunStarted } from "../../src/record/index.ts";
import type { Summary } from "../../src/report/index.ts";
import { runIn } from "../testing/run-in.ts";

const flow = (system: string): string => `version: v1
environment: chat-partial
components:
  - { name: helper, type: AgentComponent, prompt_id: helper, toolset: [get_issue] }
routers: []
flow: { entry_point: helper }
prompts:
  - { prompt_id: helper, name: Helper, unit_primitives: [], prompt_template: { system: ${system} } }
`;
const script = (answer: string): string => `script: s
replies:
  - when: { user: good }
    turns: [{ text: good }]
  - when: { user: bad }
    turns: [{ text: ${answer} }]
`;
const suite = (name: string, more = ""): string => `suite: ${name}
target: { flow: helper, version: ^1.0.0 }
script: s.script.yml
${more}cases:
  - { id: good, ask: good, expect: [answer: good] }
  - { id: bad, ask: bad, expect: [answer: good] }
  - { id: lost, ask: lost, expect: [answer: good] }
`;

let cwd = "";
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
};
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  write("flows/helper/1.0.0.yml", flow("You help."));
  write("s.script.yml", script("bad"));
  write("a.suite.yml", suite("one"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runIn(cwd, ["eval", "run", ...args]);
const started = (): RunStarted =>
  JSON.parse(readFileSync(join(cwd, "reports/latest/run.json"), "utf8"));
const ran = (stdout: string): readonly string[] => {
  const { cases }: Summary = JSON.parse(stdout);
  return cases.map((each) => each.case);
};

test("what failed is run again, from where the last run was, until it passes", async () => {
  expect((await run("a.suite.yml")).exit).toBe(2);
  const again = await run("--rerun", "failed", "--format", "json");
  expect(ran(again.stdout)).toEqual(["bad"]);
  expect(again.stderr).not.toContain("is not what it was");

  write("s.script.yml", script("good"));
  const repaired = await run("--rerun", "failed", "--format", "json");
  expect(repaired.exit).toBe(0);
  expect(ran(repaired.stdout)).toEqual(["bad"]);
  expect(repaired.stderr).toMatch(/note: one › bad is not what it was in \S+: its case, suite/);

  const nothing = await run("--rerun", "failed");
  expect(nothing.exit).toBe(2);
  expect(nothing.stderr).toMatch(
    /no case failed in the run \S+\n {2}hint: all of its cases passed/,
  );
});

test("errors are run again apart from failures, also a part of them", async () => {
  await run("a.suite.yml");
  const { stdout } = await run("--rerun", "errors", "--format", "json");
  expect(ran(stdout)).toEqual(["lost"]);
  const { exit, stderr } = await run("a.suite.yml", "--rerun", "errors", "--case", "bad");
  expect(exit).toBe(2);
  expect(stderr).toContain("--case bad --rerun errors (");
});

test("the seed and the selection are in run.json", async () => {
  await run("a.suite.yml", "--sample", "2", "--seed", "7");
  expect(started()).toMatchObject({
    seed: 7,
    selection: { asked: ["--sample 2"], cases: 2, of: 3 },
  });
  const cases = started().plan.map((each) => each.case);
  const again = ["eval", "list", "a.suite.yml", "--sample", "2", "--seed", "7", "--format", "json"];
  const { stdout } = await runIn(cwd, again);
  const list: { suites: { cases: { case: string }[] }[] } = JSON.parse(stdout);
  expect(list.suites[0]?.cases.map((each) => each.case)).toEqual(cases);
  await run("a.suite.yml");
  expect(started().selection).toBeUndefined();
});

test("a case is another one when a script of the command line is", async () => {
  const hashes = async (...args: readonly string[]): Promise<readonly string[]> => {
    await run("a.suite.yml", ...args);
    return started().plan.map(({ hash }) => hash);
  };
  write("t.script.yml", script("bad"));
  const before = await hashes("--script", "t.script.yml");
  expect(await hashes("--script", "t.script.yml")).toEqual(before);
  const own = await hashes();
  write("t.script.yml", script("good"));
  expect(await hashes("--script", "t.script.yml")).not.toEqual(before);
  expect(await hashes("--model", "script/t.script.yml")).not.toEqual(before);
  expect(await hashes()).toEqual(own);
});

test("a suite without a model stops no run that does not select it", async () => {
  write("b.suite.yml", suite("two").replace(/script: .*\n/, ""));
  const { exit } = await run(
    "a.suite.yml",
    "b.suite.yml",
    "--filter",
    "suite=one",
    "--case",
    "good",
  );
  expect(exit).toBe(0);
  expect(started().suites.map((each) => each.suite)).toEqual(["one"]);
  expect((await run("a.suite.yml", "b.suite.yml")).stderr).toContain("error[MODEL_MISSING]");
});
