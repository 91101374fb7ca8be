import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ProgramRun, runIn } from "../../testing/run-in.ts";

type Changes = Readonly<Record<string, string | undefined>>;

const flow = (prompt: string): string => `version: v1
environment: chat-partial
components:
  - { name: helper, type: AgentComponent, prompt_id: ${prompt}, prompt_version: ^1.0.0, toolset: [get_issue] }
routers: []
flow: { entry_point: helper }
`;
const prompt = (system: string): string =>
  `name: p\nunit_primitives: []\nmodel: { params: {} }\nprompt_template: { system: "${system}" }\n`;
const suite = (name: string, reference: string, more = ""): string => `suite: ${name}
target: { flow: ${reference}, version: ^1.0.0 }
script: ${name}.script.yml
${more}`;
const script = "script: s\nreplies: [{ turns: [{ text: good }] }]\n";

const main: Changes = {
  "flowproof.yml":
    "suites: [suites]\nregistries: { flows: [flows], prompts: prompts, tools: tools }\n",
  "flows/one/1.0.0.yml": flow("one"),
  "flows/one/1.1.0.yml": flow("one"),
  "flows/two/1.0.0.yml": flow("two"),
  "prompts/one/base/1.0.0.yml": prompt("Help."),
  "prompts/two/base/1.0.0.yml": prompt("{% include 'shared.jinja' %}"),
  "prompts/shared.jinja": "Be kind.",
  "tools/readme.md": "none\n",
  "suites/a.suite.yml": suite("a", "one", "cases: [{ id: x, ask: x, expect: [answer: good] }]\n"),
  "suites/b.suite.yml": suite(
    "b",
    "two",
    "tools: { get_issue: { returns_file: issue.json } }\nfakes: { workspace: { from: ../workspaces/b } }\ncases_file: b.csv\n",
  ),
  "suites/a.script.yml": script,
  "suites/b.script.yml": script,
  "suites/b.csv": "id,ask,expect.answer\nx,x,good\n",
  "suites/issue.json": "{}",
  "workspaces/b/src/a.js": "1",
  "workspaces/b/gone.js": "1",
  "workspaces/c/x.js": "1",
};

let cwd = "";
const git = (...args: readonly string[]): void => {
  const env = { PATH: process.env["PATH"] ?? "", HOME: cwd, GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  execFileSync("git", [...who, ...args], { cwd, env, stdio: "pipe" });
};
const write = (changes: Changes): void => {
  for (const [path, text] of Object.entries(changes)) {
    const file = join(cwd, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
};
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  write(main);
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "first");
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const list = (...args: readonly string[]): Promise<ProgramRun> =>
  runIn(cwd, ["eval", "list", "--changed-since", "main", "--format", "json", ...args]);

describe("the suites of which something changed", () => {
  test.each<[name: string, changes: Changes, suites: readonly string[], said: string]>([
    [
      "its own file",
      { "suites/a.suite.yml": `${main["suites/a.suite.yml"]}# x\n` },
      ["a"],
      'suite "a" runs: its own file, suites/a.suite.yml, changed',
    ],
    [
      "a script",
      { "suites/b.script.yml": `${script}# x\n` },
      ["b"],
      "its script, suites/b.script.yml, changed",
    ],
    [
      "rows",
      { "suites/b.csv": "id,ask,expect.answer\ny,x,good\n" },
      ["b"],
      "its file of cases, suites/b.csv, changed",
    ],
    [
      "a result",
      { "suites/issue.json": '{"a":1}' },
      ["b"],
      "a result of its mocks, suites/issue.json, changed",
    ],
    [
      "the flow",
      { "flows/one/1.1.0.yml": `${flow("one")}# x\n` },
      ["a"],
      "its flow, flows/one/1.1.0.yml, changed",
    ],
    ["a version that is not used", { "flows/one/1.0.0.yml": `${flow("one")}# x\n` }, [], ""],
    [
      "a newer version",
      { "flows/one/1.2.0.yml": flow("one") },
      ["a"],
      "its flow, flows/one/1.2.0.yml, changed",
    ],
    [
      "the version that was used is gone",
      { "flows/one/1.1.0.yml": undefined },
      ["a"],
      "flows/one/1.1.0.yml, beside its flow, is gone",
    ],
    [
      "a prompt",
      { "prompts/one/base/1.0.0.yml": prompt("Help more.") },
      ["a"],
      "a prompt or schema of its flow, prompts/one/base/1.0.0.yml, changed",
    ],
    [
      "an included file",
      { "prompts/shared.jinja": "Be kinder." },
      ["b"],
      "a prompt or schema of its flow, prompts/shared.jinja, changed",
    ],
    [
      "a file of a fake",
      { "workspaces/b/src/a.js": "2" },
      ["b"],
      "a file of its fakes, workspaces/b/src/a.js, changed",
    ],
    [
      "a new file of a fake",
      { "workspaces/b/new.js": "2" },
      ["b"],
      "a file of its fakes, workspaces/b/new.js, changed",
    ],
    [
      "a file of a fake is gone, and others are left",
      { "workspaces/b/gone.js": undefined },
      ["b"],
      "workspaces/b/gone.js, beside the files of its fakes, is gone",
    ],
    ["a file of no fake is gone", { "workspaces/c/x.js": undefined }, [], ""],
    [
      "a new suite",
      {
        "suites/c.suite.yml": suite(
          "c",
          "one",
          "cases: [{ id: x, ask: x, expect: [answer: good] }]\n",
        ),
        "suites/c.script.yml": script,
      },
      ["c"],
      'suite "c" runs: its script',
    ],
    [
      "settings",
      { "flowproof.yml": `${main["flowproof.yml"]}# x\n` },
      ["a", "b"],
      "2 of 2 suites to run: flowproof.yml changed since main",
    ],
    [
      "imported tools",
      { "tools/readme.md": "some\n" },
      ["a", "b"],
      "2 of 2 suites to run: tools/readme.md changed since main",
    ],
    [
      "something else",
      { "readme.md": "x" },
      [],
      "nothing changed since main in 2 suites or in what they use",
    ],
  ])("%s", async (_, changes, suites, said) => {
    write(changes);
    const { exit, stdout, stderr } = await list();
    const listed: { suites: { suite: string }[] } = JSON.parse(stdout);
    expect(listed.suites.map((each) => each.suite)).toEqual(suites);
    expect(stderr).toContain(said);
    expect(exit).toBe(0);
  });

  test("by the script of the command line", async () => {
    write({ "s.script.yml": script });
    const args = ["eval", "run", "--changed-since", "main", "--script", "s.script.yml"];
    expect((await runIn(cwd, args)).stderr).toContain("2 of 2 suites to run: s.script.yml changed");
  });
});

test("nothing to run is no failure, makes no run, and writes the reports that were asked for", async () => {
  const args = ["eval", "run", "--changed-since", "main"];
  const plain = await runIn(cwd, args);
  expect(plain).toEqual({
    exit: 0,
    stdout: "nothing changed since main in 2 suites or in what they use\n",
    stderr: "",
  });
  const json = await runIn(cwd, [...args, "--format", "json", "-o", "junit.xml"]);
  expect(JSON.parse(json.stdout)).toMatchObject({ gate: "pass", exitCode: 0, cases: [] });
  expect(json.stderr).toBe("note: nothing changed since main in 2 suites or in what they use\n");
  expect(readFileSync(join(cwd, "junit.xml"), "utf8")).toContain("<testsuites");
  expect(existsSync(join(cwd, "reports"))).toBe(false);
});

test("what is selected of changed suites is run", async () => {
  write({ "suites/b.csv": "id,ask,expect.answer\ny,x,good\nz,x,good\n" });
  const { exit, stdout, stderr } = await runIn(cwd, [
    "eval",
    "run",
    "--changed-since",
    "main",
    "--case",
    "z",
  ]);
  expect(exit).toBe(0);
  expect(stdout).toContain("gate pass: 1 of 1 case passed");
  expect(stderr).toContain("note: 1 of 2 suites to run: something of it changed since main");
});

test("outside of a repository", async () => {
  rmSync(join(cwd, ".git"), { recursive: true });
  const { exit, stderr } = await list();
  expect(exit).toBe(2);
  expect(stderr).toContain("error[GIT_NO_REPOSITORY]");
});
