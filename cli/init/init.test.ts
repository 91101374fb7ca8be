import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readYaml } from "../../src/yaml/index.ts";
import { runIn, runWith } from "../testing/run-in.ts";

let top: string;
let cwd: string;

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-")));
  cwd = join(top, "repository");
  mkdirSync(cwd);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

function copyFlows(to: string, ...references: string[]): void {
  for (const reference of references) {
    cpSync(`flows/${reference}`, join(cwd, to, reference), { recursive: true });
  }
}

/** Everything below the folder: files with their texts, links with their targets, folders by name. */
function tree(): Readonly<Record<string, string>> {
  const paths = readdirSync(top, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    paths.map((path) => {
      const full = join(top, path);
      const info = lstatSync(full);
      const text = info.isFile() ? readFileSync(full, "utf8") : "";
      return [relative(cwd, full), info.isSymbolicLink() ? `-> ${readlinkSync(full)}` : text];
    }),
  );
}

/** A flow whose prompt only the service's registry has. */
const unplayable = `version: v1
environment: ambient
flow: { entry_point: one }
components:
  - name: one
    type: AgentComponent
    prompt_id: categorize_question
    prompt_version: ^1.0.0
    toolset: []
    inputs:
      - { from: "context:goal", as: question }
      - { from: "context:goal", as: previous_answer }
routers: [{ from: one, to: end }]
`;

describe("what it writes passes lint and eval run", () => {
  test.each<[what: string, prepare: () => void, suite: string]>([
    ["an empty folder", () => undefined, "first-agent"],
    [
      "an agent",
      () => copyFlows("flows", "foundational_pirate_agent"),
      "foundational-pirate-agent",
    ],
    [
      "a flow of steps, schemas and routers",
      () => copyFlows("flows", "issue_triage"),
      "issue-triage",
    ],
    ["several flows", () => copyFlows("flows", "issue_triage", "data_analyst"), "data-analyst"],
    ["flows elsewhere", () => copyFlows("some where/deep", "issue_triage"), "issue-triage"],
    [
      "flows where flowproof.yml says",
      () => {
        write("flowproof.yml", "suites: [suites/smoke]\nregistries: { flows: [mine] }\n");
        copyFlows("mine", "data_analyst");
      },
      "data-analyst",
    ],
    [
      "a flow that no script can play",
      () => write("flows/one/1.0.0.yml", unplayable),
      "first-agent",
    ],
    [
      "a name that is taken",
      () => write("flows/first_agent/1.0.0.yml", unplayable),
      "second-agent",
    ],
    ["a file that is no flow", () => write("flows/one/1.0.0.yml", "nothing\n"), "first-agent"],
  ])("for %s", async (what, prepare, suite) => {
    prepare();
    const { exit, stdout } = await runIn(cwd, ["init"]);
    expect(exit, stdout).toBe(0);
    expect(stdout).toContain(`suites/smoke/${suite}.suite.yml`);
    const linted = await runIn(cwd, ["lint"]);
    // What was there before is not ours.
    expect(linted.exit, linted.stdout).toBe(what === "a file that is no flow" ? 1 : 0);
    const evaluated = await runIn(cwd, ["eval", "run"]);
    expect(evaluated.exit, evaluated.stdout + evaluated.stderr).toBe(0);
    expect(evaluated.stdout).toContain("1 of 1 case passed");
  });
});

test("who passes over a flow says so", async () => {
  write("flows/one/1.0.0.yml", unplayable);
  const { stderr } = await runIn(cwd, ["init"]);
  expect(stderr).toBe(
    `note: no suite could be made that one passes on a script alone, so a small agent was added
note: one: build_error in one: component "one" uses prompt "categorize_question" ^1.0.0, which no prompt registry has; write the prompt into the flow, or name the registry (registries.prompts in flowproof.yml) (${cwd}/flows/one/1.0.0.yml:5:5)
`,
  );
});

describe("the first suite of an agent with tools", () => {
  const flow = "flows/data_analyst/1.1.0.yml";

  beforeEach(async () => {
    copyFlows("flows", "data_analyst");
    await runIn(cwd, ["init"]);
  });

  test("has a mock, a call that is asked for, and an answer", () => {
    const suite = tree()["suites/smoke/data-analyst.suite.yml"];
    expect(suite).toContain("  run_glql_query: { returns: { status: success } }\n");
    expect(suite).toContain(
      '- called: { tool: run_glql_query, args: { glql_yaml: "example" }, error: false }\n',
    );
    expect(suite).toContain("- answer: { contains: Hello }\n");
  });

  test("fails when the tool is taken away", async () => {
    const all = tree()[flow] ?? "";
    const less = all.replace(/^ *- run_glql_query\n/mu, "");
    expect(less).not.toBe(all);
    write(flow, less);
    const { exit, stdout } = await runIn(cwd, ["eval", "run"]);
    expect(exit).toBe(1);
    expect(stdout).toContain("to be called at least once, the agent tried, but");
  });
});

test("of a tool that takes one of several ways to say what is meant, the first is written", async () => {
  write(
    "flows/helper/1.0.0.yml",
    `version: v1
environment: chat-partial
components: [{ name: helper, type: AgentComponent, prompt_id: p, toolset: [get_issue] }]
routers: []
flow: { entry_point: helper }
prompts: [{ prompt_id: p, name: p, unit_primitives: [duo_agent_platform], prompt_template: { system: You help. } }]
`,
  );
  const { stderr } = await runIn(cwd, ["init"]);
  expect(stderr).toBe("");
  const url = 'args: { url: "https://gitlab.example.com/example/project" }';
  expect(tree()["suites/smoke/helper.suite.yml"]).toContain(
    `called: { tool: get_issue, ${url}, error: false }`,
  );
  expect(tree()["suites/smoke/helper.script.yml"]).toContain(`{ tool: get_issue, ${url} }`);
});

test("a second time nothing is written, and nothing changes", async () => {
  await runIn(cwd, ["init"]);
  const before = tree();
  const { exit, stdout } = await runIn(cwd, ["init"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("nothing to write");
  expect(stdout).not.toContain("by hand");
  expect(tree()).toEqual(before);
});

test("what exists stays as it is, and is named", async () => {
  await runIn(cwd, ["init"]);
  const written = Object.keys(tree()).filter((path) => path.endsWith(".yml"));
  expect(written).toHaveLength(7);
  rmSync(cwd, { recursive: true });
  mkdirSync(cwd);
  // All but the configuration, which it reads, and the flow, in whose place it takes another name.
  const kept = written.filter((path) => !/^(?:flowproof|flows)/.test(path));
  for (const path of kept) write(path, "mine: true\n");
  const { exit, stdout } = await runIn(cwd, ["init"]);
  expect(exit).toBe(0);
  const after = tree();
  for (const path of kept) expect([path, after[path]]).toEqual([path, "mine: true\n"]);
  const [, named = ""] = stdout.split("exists and stays as it is\n");
  for (const path of kept) expect(named).toContain(`  ${path} `);
  expect(named).toContain(
    "to add to .gitlab-ci.yml by hand\n  include:\n    - local: /.gitlab/ci/",
  );
});

test("a suite that flowproof.yml does not name is named by the next step", async () => {
  write("flowproof.yml", "suites: [mine]\n");
  const { stdout } = await runIn(cwd, ["init"]);
  expect(stdout).toContain("\n  npx flowproof eval run suites/smoke/first-agent.suite.yml\n");
});

test.each([
  ["suites", "a file"],
  ["suites/smoke", "a file"],
  [".gitlab", "a file"],
  [".gitlab/ci", "a link"],
])("where %s is %s nothing is written at all", async (path, kind) => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  if (kind === "a link") symlinkSync("gone/away", join(cwd, path));
  else writeFileSync(join(cwd, path), "");
  const before = tree();
  const { exit, stdout, stderr } = await runIn(cwd, ["init"]);
  expect([exit, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(
    /^error\[FILE_UNWRITABLE\]: cannot write ".*" \([A-Z]+\)\n {2}hint: nothing/,
  );
  expect(tree()).toEqual(before);
});

test("a link that leads nowhere is not written through", async () => {
  symlinkSync("../elsewhere.yml", join(cwd, ".gitlab-ci.yml"));
  const { exit, stdout } = await runIn(cwd, ["init"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("exists and stays as it is\n  .gitlab-ci.yml ");
  expect(tree()["../elsewhere.yml"]).toBeUndefined();
});

test("a wrong flowproof.yml is said, and nothing written", async () => {
  write("flowproof.yml", "suits: [a]\n");
  const before = tree();
  const { exit, stderr } = await runIn(cwd, ["init"]);
  expect(exit).toBe(2);
  expect(stderr).toContain("error[CONFIG_INVALID]: flowproof.yml:1:1");
  expect(tree()).toEqual(before);
});

test("below the root of a repository there is no pipeline", async () => {
  mkdirSync(join(top, ".git"));
  const { stdout } = await runIn(cwd, ["init"]);
  expect(stdout).toContain(`for a pipeline, run init in ${top}, the root of the repository`);
  expect(Object.keys(tree()).filter((path) => path.startsWith(".gitlab"))).toEqual([]);
});

describe("the pipeline", () => {
  interface Job {
    readonly script: readonly string[];
  }

  async function jobs(): Promise<Readonly<Record<string, Job>>> {
    await runIn(cwd, ["init"]);
    const files = tree();
    const included = [...(files[".gitlab-ci.yml"] ?? "").matchAll(/local: \/(\S+)/g)];
    const merged = included.map(([, path = ""]) => {
      const { value, problems } = readYaml(files[path] ?? "", path);
      expect(problems).toEqual([]);
      return value;
    });
    expect(merged).toHaveLength(2);
    return Object.assign({}, ...merged);
  }

  test("includes two jobs, and what they call works", async () => {
    const { "lint-flows": lint, eval: evaluate, ...others } = await jobs();
    expect(others).toEqual({});
    for (const job of [lint, evaluate]) {
      const [program = "", ...args] = (job?.script.at(-1) ?? "").replace(/^npx /, "").split(" ");
      const { exit, stderr } = await runWith(args, { cwd, program });
      expect(exit, stderr).toBe(0);
    }
    expect(Object.keys(tree())).toContain("junit.xml");
  });

  const dependency =
    '{ "devDependencies": { "flowproof": "git+https://gitlab.example.com/f.git" } }';
  test.each<[string, Readonly<Record<string, string>>, RegExp, boolean]>([
    ["a lock", { "package.json": dependency, "package-lock.json": "{}" }, /^npm ci$/, false],
    ["no lock", { "package.json": dependency }, /^npm install$/, false],
    ["other dependencies", { "package.json": "{}", "package-lock.json": "{}" }, /:\?set/, true],
    ["a broken package.json", { "package.json": "{" }, /:\?set/, true],
    ["no package.json", {}, /:\?set/, true],
  ])("with %s installs by %s", async (_, files, install, isAsked) => {
    for (const [path, text] of Object.entries(files)) write(path, text);
    for (const { script } of Object.values(await jobs())) expect(script[0]).toMatch(install);
    rmSync(join(cwd, ".gitlab-ci.yml"));
    const { stdout } = await runIn(cwd, ["init"]);
    expect(stdout.includes("FLOWPROOF_PACKAGE")).toBe(isAsked);
  });
});
