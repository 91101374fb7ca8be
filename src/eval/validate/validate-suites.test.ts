import { describe, expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { exampleFiles } from "../../../fixtures/eval/suite-example.ts";
import { AppError } from "../../core/errors/app-error.ts";
import { validateSuites } from "./validate-suites.ts";

/** What is found in each file, as `line rule pointer`; files without findings are left out. */
async function found(
  suite: string,
  beside: Readonly<Record<string, string>> = {},
  paths: readonly string[] = ["example.suite.yml"],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const files = memoryFiles(exampleFiles({ suite, beside }));
  const all = await validateSuites(paths, { files, cwd, flowFolders: ["flows"] });
  const wrong = all.filter(({ problems }) => problems.length > 0);
  return Object.fromEntries(
    wrong.map(({ path, problems }) => [
      path,
      problems.map(({ range, rule, pointer }) => `${range.start.line} ${rule} ${pointer}`),
    ]),
  );
}

const mocks =
  "tools: { get_issue: { returns: x }, list_issue_notes: { returns: x }, create_issue_note: { returns: x } }\n";

describe("where a finding stands", () => {
  test("what is wrong with a mapping, at its first key", async () => {
    const suite = `${mocks}cases:\n  - id: a\n    ask: x\n`;
    const files = memoryFiles(exampleFiles({ suite }));
    const [all] = await validateSuites(["example.suite.yml"], {
      files,
      cwd,
      flowFolders: ["flows"],
    });
    expect(all?.problems).toMatchObject([
      {
        rule: "nothing-to-check",
        range: { start: { line: 3, column: 5 }, end: { line: 3, column: 7 } },
      },
    ]);
  });

  test("a case of another file, in its row", async () => {
    const rows = [
      '{"id": "a", "ask": "What is wrong?", "expect": [{"answer": "cart"}]}',
      '{"id": "b", "ask": "Is it the cart?", "expect": [{"answer": "cart"}, {"called": "get_isue"}]}',
      '{"id": "c", "ask": "Is it the cart?", "expect": [{"answer": "cart"}], "require": 1}',
    ];
    const suite = `${mocks}cases_file: rows.jsonl\n`;
    expect(await found(suite, { "rows.jsonl": `${rows.join("\n")}\n` })).toEqual({
      "rows.jsonl": ["2 no-such-tool ", "3 idle-require ", "3 leaked-answer "],
    });
    expect(await found(suite, { "rows.jsonl": `${[rows[0], rows[2]].join("\n")}\n` })).toEqual({
      "rows.jsonl": ["2 idle-require ", "2 leaked-answer "],
    });
  });

  test("an answer in a prompt of a registry counts as one in the flow", async () => {
    const flow = `version: v1
environment: ambient
components:
  - { name: a, type: AgentComponent, prompt_id: p, prompt_version: ^1.0.0, toolset: [], inputs: ["context:goal"] }
routers: [{ from: a, to: end }]
flow: { entry_point: a }
`;
    const prompt = `name: p
unit_primitives: [duo_agent_platform]
prompt_template: { system: The magic number is 4711., user: "{{ goal }}" }
`;
    const suite =
      "target: { flow: f.yml }\ncases: [{ id: a, ask: x, expect: [answer: { word: '4711' }] }]\n";
    const files = memoryFiles(
      exampleFiles({ suite, beside: { "f.yml": flow, "prompts/p/base/1.0.0.yml": prompt } }),
    );
    const [all] = await validateSuites(["example.suite.yml"], {
      files,
      cwd,
      flowFolders: ["flows"],
      promptFolders: ["prompts"],
    });
    expect(all?.problems.map(({ rule }) => rule)).toEqual(["leaked-answer"]);
  });

  test("a script, in its own file; a suite that is as it should be has none", async () => {
    const script = "script: s\nreplies:\n  - turns: [{ txt: Cart }]\n";
    expect(await found(`${mocks}script: s.yml\n`, { "s.yml": script })).toEqual({
      "s.yml": ["3 suite-script /replies/0/turns/0/txt"],
    });
  });

  test("a flow that is refused, in its own file, once for all suites that test it", async () => {
    const broken = "version: v2\nenvironment: ambient\nflow: {}\ncomponents: []\nrouters: []\n";
    const two =
      "suite: two\ntarget: { flow: f.yml }\ncases: [{ id: a, ask: x, expect: [answer: y] }]\n";
    const beside = { "f.yml": broken, "two.suite.yml": two };
    const paths = ["example.suite.yml", "two.suite.yml"];
    const all = await found("target: { flow: f.yml }\n", beside, paths);
    expect(Object.keys(all)).toEqual(["f.yml"]);
    expect(all["f.yml"]).toContain("1 broken-flow /version");
  });

  test("broken YAML, and nothing else of the file", async () => {
    expect(await found("suite: [\n")).toEqual({ "example.suite.yml": ["1 suite-yaml /suite"] });
  });
});

describe("what is looked at together", () => {
  const suite = (id: string, called: string): string =>
    `suite: ${id}\ntarget: { flow: helper, version: 1.0.0 }\ncases: [{ id: a, ask: x, expect: [called: ${called}] }]\n`;

  test("suites of one flow: what one does not reach another may", async () => {
    const beside = {
      "a.suite.yml": suite("one", "get_issue"),
      "b.suite.yml": suite("two", "create_issue_note"),
    };
    expect(await found("", beside, ["a.suite.yml", "b.suite.yml"])).toEqual({
      "a.suite.yml": ["2 unreached /target"],
    });
    expect(await found("", beside, ["b.suite.yml"])).toEqual({
      "b.suite.yml": ["2 unreached /target"],
    });
    const all = { ...beside, "c.suite.yml": suite("three", "list_issue_notes") };
    expect(await found("", all, ["a.suite.yml", "b.suite.yml", "c.suite.yml"])).toEqual({});
  });

  test("targets: a check is told if it can hold in none of them", async () => {
    const targets =
      "targets:\n  chat: { flow: helper, version: 1.0.0 }\n  graph: { flow: triage, version: 1.0.0 }\n";
    const expecting = (text: string): string =>
      `${targets}${mocks}cases:\n  - { id: a, ask: x, expect: [${text}] }\n`;
    const errors = async (text: string): Promise<readonly string[]> => {
      const all = await found(expecting(text));
      return (all["example.suite.yml"] ?? []).filter((each) => each.includes("never-holds"));
    };
    expect(await errors("status: waiting_input")).toEqual([]);
    expect(await errors("status: completed")).toEqual([]);
    expect(await errors("called: create_commit")).toEqual([
      "6 never-holds /cases/0/expect/0/called",
    ]);
  });

  test("targets that could not be read: nothing is said about what others can do", async () => {
    const targets =
      "targets:\n  chat: { flow: helper, version: 1.0.0 }\n  gone: { flow: helpr, version: 1.0.0 }\n";
    const cases = "cases:\n  - { id: a, ask: x, expect: [called: create_commit] }\n";
    expect(await found(`${targets}${mocks}${cases}`)).toEqual({
      "example.suite.yml": ["3 no-such-flow /targets/gone/flow"],
    });
  });

  test("versions of a matrix are targets as well", async () => {
    const matrix =
      "target: { flow: helper }\nmatrix: { version: { exact: 1.0.0, newest: ^1.0.0 } }\n";
    const cases = "cases:\n  - { id: a, ask: x, expect: [called: create_commit] }\n";
    expect(await found(`${matrix}${mocks}${cases}`)).toEqual({
      "example.suite.yml": ["5 never-holds /cases/0/expect/0/called"],
    });
  });
});

test("what is refused is not told twice, in the words of another rule", async () => {
  const cases = "cases:\n  - { id: a, ask: x, expect: [called: creat_commit] }\n";
  expect(await found(`${mocks}${cases}`)).toEqual({
    "example.suite.yml": ["3 no-such-tool /cases/0/expect/0/called"],
  });
});

test("a comment passes over what a rule says, but not over what is refused", async () => {
  const cases = (comment: string, line: string): string =>
    `${mocks}cases:\n  - id: a\n    ask: x\n    expect: [called: get_issue]\n    # flowproof-disable-next-line ${comment}\n\n    # more\n    ${line}\n`;
  expect(await found(cases("idle-require: to show it", "require: 1"))).toEqual({});
  expect(await found(cases("impossible-require: to show it", "require: 2"))).toEqual({
    "example.suite.yml": ["6 suite-comments ", "9 impossible-require /cases/0/require"],
  });
});

test("a secret in a suite is not told", async () => {
  const token = ["glpat", "aB3dE5fG7hJ9kL1mN2pQ"].join("-");
  const files = memoryFiles(exampleFiles({ suite: `${mocks}${token}: 1\n` }));
  const all = await validateSuites(["example.suite.yml"], { files, cwd, flowFolders: ["flows"] });
  const said = JSON.stringify(all.map(({ problems }) => problems));
  expect(said).toContain("unknown key");
  expect(said).not.toContain(token);
});

test("a path that names no suite is a wrong use", async () => {
  const error = await found("", {}, ["nowhere"]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: "EVAL_NO_SUITES" });
});
