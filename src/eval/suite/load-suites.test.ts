import { describe, expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";
import { loadSuites, type LoadSuitesOptions } from "./load-suites.ts";
import type { Suite } from "./suite.ts";

const flow = `version: v1
environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    prompt_id: helper
    toolset: [get_issue, own_tool]
routers: []
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: You help. }
`;
const around = {
  "flows/helper/1.0.0.yml": flow,
  "flows/helper/1.2.0.yml": flow,
  "s.script.yml": "script: s\nreplies: []\n",
  "issue.json": '{ "iid": 7 }',
};

async function load(
  suites: Readonly<Record<string, string>>,
  options: Partial<LoadSuitesOptions> = {},
): Promise<readonly Suite[]> {
  const files = memoryFiles({ ...around, ...suites });
  const paths = Object.keys(suites).filter((path) => path.endsWith(".suite.yml"));
  return loadSuites(paths, { files, cwd, flowFolders: ["flows"], ...options });
}

/** Every error as `place CODE message (hint)`. */
async function errorsOf(suites: Readonly<Record<string, string>>): Promise<readonly string[]> {
  try {
    await load(suites);
    return [];
  } catch (error) {
    const all = error instanceof AppErrors ? error.errors : [error];
    return all.map((single) => {
      if (!(single instanceof AppError)) throw single;
      const { code, message, hint, place } = single;
      return `${place === undefined ? "-" : formatPlace(place)} ${code} ${message}${hint === undefined ? "" : ` (${hint})`}`;
    });
  }
}

const head = "suite: one\ntarget: { flow: helper }\n";
const oneCase = (text: string): string => `${head}cases:\n  - id: a\n    ask: hi\n    ${text}\n`;
const expecting = (text: string): string => oneCase(`expect: [${text}]`);

describe("a suite that is right", () => {
  test("says everything, with its defaults", async () => {
    const [suite] = await load({ "a.suite.yml": expecting("answer: hi") });
    expect(suite).toMatchObject({
      id: "one",
      file: "a.suite.yml",
      script: undefined,
      judge: { models: [] },
      targets: [{ name: "default", reference: "helper", version: "1.0.0", versionIsDefault: true }],
    });
    expect(suite?.cases).toMatchObject([
      {
        id: "a",
        turns: [{ user: "hi", checks: [] }],
        context: { project: "example/project" },
        unmocked: "suite_error",
        human: [],
        limits: { maxReplies: 50, maxMs: 600_000 },
        trials: 1,
        require: 1,
        critical: false,
        tags: [],
      },
    ]);
    expect(suite?.cases[0]?.checks.map(({ check }) => check)).toEqual(["answer"]);
  });

  test("a case adds to what the suite says, and overrides it", async () => {
    const text = `suite: one
target: { flow: helper, version: ^1.0.0, model: anthropic/claude-x }
script: s.script.yml
judge: { model: claude-j }
context: { namespace: shop, inputs: { a: { b: 1 } } }
unmocked: tool_error
limits: { max_replies: 3 }
tools:
  get_issue: { returns: outer }
  own_tool: { schema: { q: string }, returns: own }
cases:
  - id: a
    conversation:
      - { user: hi, expect: [{ no_calls: true }, { answer: { word: "1" }, max_replies: 2 }] }
      - user: and now?
    tools: { get_issue: { returns_file: issue.json } }
    context: { project: { id: 3, path: shop/web, default_branch: main } }
    human: [approve, { reject: no }, { reply: yes, }]
    unmocked: suite_error
    limits: { max_seconds: 1.5 }
    expect: [{ judge: [It is polite, It is short] }, { called: { tool: own_tool, times: 2 } }]
    trials: 5
    require: 4
    critical: true
    tags: [smoke, x]
  - id: b
    ask: nowhere
    context: { none: true }
    expect: [{ status: refused }]
`;
    const [suite] = await load({ "a.suite.yml": text });
    expect(suite).toMatchObject({
      script: "s.script.yml",
      judge: { models: ["claude-j"] },
      targets: [{ version: "1.2.0", versionIsDefault: false, model: "anthropic/claude-x" }],
    });
    const [first, second] = suite?.cases ?? [];
    expect(first).toMatchObject({
      context: {
        project: { id: 3, path: "shop/web", defaultBranch: "main" },
        namespace: null,
        inputs: { a: { b: 1 } },
      },
      human: [
        { type: "approve" },
        { type: "reject", message: "no" },
        { type: "reply", message: "yes" },
      ],
      unmocked: "suite_error",
      limits: { maxReplies: 3, maxMs: 1500 },
      trials: 5,
      require: 4,
      critical: true,
      tags: ["smoke", "x"],
    });
    expect(
      first?.turns.map(({ user, checks }) => [user, checks.map(({ check }) => check)]),
    ).toEqual([
      ["hi", ["no_calls", "answer", "max_replies"]],
      ["and now?", []],
    ]);
    expect(first?.mocks.get("get_issue")?.rules[0]?.answer.content).toBe('{"iid": 7}');
    expect(first?.mocks.get("own_tool")?.rules[0]?.answer.content).toBe("own");
    expect(second).toMatchObject({
      context: { project: null, namespace: null },
      unmocked: "tool_error",
    });
  });

  test("the configuration's context and limits hold where nothing is said", async () => {
    const [suite] = await load(
      { "a.suite.yml": expecting("answer: hi") },
      { context: { namespace: "shop" }, limits: { maxReplies: 9 } },
    );
    expect(suite?.cases[0]).toMatchObject({
      context: { project: null, namespace: "shop" },
      limits: { maxReplies: 9, maxMs: 600_000 },
    });
  });

  test("targets stand side by side under their names, a flow may be a path", async () => {
    const text = `suite: one
targets:
  old: { flow: helper@1.0.0 }
  new: { flow: ../flows/helper/1.2.0.yml, model: script/x.yml }
cases: [{ id: a, ask: hi, expect: [{ called: get_issue }] }]
`;
    const [suite] = await load({ "suites/a.suite.yml": text });
    expect(suite?.targets).toMatchObject([
      { name: "old", version: "1.0.0", versionIsDefault: false, source: flow },
      {
        name: "new",
        version: "1.2.0",
        versionIsDefault: false,
        source: flow,
        model: "script/x.yml",
      },
    ]);
  });

  test("suites come sorted by id", async () => {
    const suites = await load({
      "a.suite.yml": expecting("answer: hi").replace("one", "zwei"),
      "b.suite.yml": expecting("answer: hi").replace("one", "eins"),
    });
    expect(suites.map(({ id }) => id)).toEqual(["eins", "zwei"]);
  });
});

describe("a mistake is told with its place", () => {
  test.each<[string, string, readonly string[]]>([
    ["broken YAML", "suite: [\n", [expect.stringMatching(/^a\.suite\.yml:\d+:\d+ YAML_INVALID /u)]],
    ["not a map", "- a\n", [expect.stringMatching(/^a\.suite\.yml:1:1 EVAL_SUITE_INVALID /u)]],
    [
      "an unknown key",
      oneCase("expct: [answer: hi]"),
      ['a.suite.yml:6:5 EVAL_SUITE_INVALID unknown key "expct" (did you mean "expect"?)'],
    ],
    [
      "an unknown check",
      expecting("caled: get_issue"),
      ['a.suite.yml:6:14 EVAL_SUITE_INVALID unknown key "caled" (did you mean "called"?)'],
    ],
    [
      "an unknown tool in a check",
      expecting("called: get_isue"),
      [
        'a.suite.yml:6:22 TOOL_UNKNOWN called: there is no tool "get_isue" (did you mean "get_issue"?)',
      ],
    ],
    [
      "an unknown tool in a list",
      expecting("call_order: [get_issue, { tool: ls_issues }]"),
      [
        expect.stringContaining(
          'a.suite.yml:6:46 TOOL_UNKNOWN call_order: there is no tool "ls_issues"',
        ),
      ],
    ],
    [
      "an unknown component",
      expecting("route: [helpr, end]"),
      [
        'a.suite.yml:6:22 EVAL_UNKNOWN_COMPONENT route: the flow has no component "helpr" (did you mean "helper"?)',
      ],
    ],
    [
      "an unknown component of a call",
      expecting("called: { tool: get_issue, component: helpr }"),
      [expect.stringContaining("a.suite.yml:6:52 EVAL_UNKNOWN_COMPONENT called: ")],
    ],
    [
      "an unknown component of an output",
      expecting("output: { path: helpr.final_answer, equals: 1 }"),
      [expect.stringContaining("a.suite.yml:6:30 EVAL_UNKNOWN_COMPONENT output: ")],
    ],
    [
      "an empty check",
      expecting("answer: {}"),
      [
        "a.suite.yml:6:22 EVAL_NOTHING_TO_CHECK `answer` has nothing to check (say what must hold, or remove it)",
      ],
    ],
    [
      "a check of nothing",
      expecting("called: "),
      [expect.stringContaining("EVAL_NOTHING_TO_CHECK `called` has nothing to check")],
    ],
    [
      "an entry without a check",
      expecting("{}"),
      [expect.stringContaining("a.suite.yml:6:14 EVAL_NOTHING_TO_CHECK this entry has no check")],
    ],
    [
      "an empty list of criteria",
      expecting("judge: []"),
      [expect.stringContaining("EVAL_NOTHING_TO_CHECK `judge`")],
    ],
    [
      "an empty criterion",
      expecting('judge: [""]'),
      ["a.suite.yml:6:22 EVAL_NOTHING_TO_CHECK judge: the statement is empty"],
    ],
    [
      "a blank word",
      expecting('answer: { word: " " }'),
      [expect.stringContaining("a.suite.yml:6:30 EVAL_NOTHING_TO_CHECK answer: ")],
    ],
    [
      "no checks",
      oneCase("expect: []"),
      [
        expect.stringContaining(
          'a.suite.yml:6:5 EVAL_NOTHING_TO_CHECK case "a" has nothing to check',
        ),
      ],
    ],
    [
      "no expect",
      oneCase("tags: [x]"),
      [expect.stringContaining("a.suite.yml:4:5 EVAL_NOTHING_TO_CHECK")],
    ],
    [
      "a check that cannot fail",
      expecting("called: { tool: get_issue, times: { min: 0 } }"),
      [expect.stringContaining("a.suite.yml:6:48 EVAL_NOTHING_TO_CHECK called: any number")],
    ],
    [
      "a range without numbers",
      expecting("called: { tool: get_issue, times: { min: 2, max: 1 } }"),
      [
        expect.stringContaining(
          "a.suite.yml:6:48 EVAL_CHECK_INVALID called: no number is at least 2 and at most 1",
        ),
      ],
    ],
    [
      "a regular expression",
      expecting('answer: { regex: "(" }'),
      [
        expect.stringMatching(
          /^a\.suite\.yml:6:31 EVAL_CHECK_INVALID answer: cannot read the pattern "\("/u,
        ),
      ],
    ],
    [
      "a matcher",
      expecting('called: { tool: get_issue, args: { id: { $regex: "(" } } }'),
      [
        expect.stringMatching(
          /^a\.suite\.yml:6:\d+ EVAL_CHECK_INVALID called: cannot read the pattern/u,
        ),
      ],
    ],
    [
      "an unknown operator",
      expecting("called: { tool: get_issue, args: { id: { $contain: a } } }"),
      [expect.stringMatching(/unknown key "\$contain" \(did you mean "\$contains"\?\)/u)],
    ],
    [
      "a wrong schema",
      expecting("answer: { json_schema: { type: strin } }"),
      [expect.stringMatching(/^a\.suite\.yml:6:\d+ EVAL_CHECK_INVALID answer: /u)],
    ],
    [
      "more than there are",
      oneCase("expect: [answer: hi]\n    trials: 3\n    require: 4"),
      [
        "a.suite.yml:8:14 EVAL_REQUIRE_TOO_HIGH 4 trials must pass, but there are 3 (write a number up to 3, or more `trials`)",
      ],
    ],
    [
      "more than the one",
      oneCase("expect: [answer: hi]\n    require: 2"),
      [expect.stringContaining("2 trials must pass, but there is 1")],
    ],
    [
      "two questions",
      oneCase("conversation: [{ user: a }]\n    expect: [answer: hi]"),
      [expect.stringContaining('a.suite.yml:6:5 EVAL_CASE_QUESTION case "a" has both')],
    ],
    [
      "no question",
      `${head}cases: [{ id: a, expect: [answer: hi] }]\n`,
      [expect.stringContaining('a.suite.yml:3:9 EVAL_CASE_QUESTION case "a" has neither')],
    ],
    [
      "an empty question",
      `${head}cases: [{ id: a, ask: " ", expect: [answer: hi] }]\n`,
      [expect.stringContaining("a.suite.yml:3:23 EVAL_CASE_QUESTION the user says nothing")],
    ],
    [
      "an empty conversation",
      `${head}cases: [{ id: a, conversation: [], expect: [answer: hi] }]\n`,
      [expect.stringContaining("EVAL_CASE_QUESTION the user says nothing")],
    ],
    [
      "a duplicate case",
      `${expecting("answer: hi")}  - { id: a, ask: ho, expect: [answer: hi] }\n`,
      [
        'a.suite.yml:7:11 EVAL_DUPLICATE_CASE the suite already has a case "a" (give one of the two another id)',
      ],
    ],
    [
      "an unknown flow",
      expecting("answer: hi").replace("helper", "helpr"),
      [
        expect.stringMatching(
          /^a\.suite\.yml:2:17 FLOW_NOT_FOUND there is no flow "helpr".*\(did you mean "helper"\?\)$/u,
        ),
      ],
    ],
    [
      "an unknown version",
      expecting("answer: hi").replace("flow: helper", "flow: helper, version: 3.0.0"),
      [expect.stringMatching(/^a\.suite\.yml:2:17 FLOW_VERSION_NOT_FOUND /u)],
    ],
    [
      "a missing flow file",
      expecting("answer: hi").replace("flow: helper", "flow: gone.yml"),
      [expect.stringMatching(/^a\.suite\.yml:2:17 FLOW_NOT_FOUND /u)],
    ],
    [
      "no target",
      `suite: one\ncases: [{ id: a, ask: hi, expect: [answer: hi] }]\n`,
      [expect.stringContaining("a.suite.yml:1:1 EVAL_TARGET_INVALID the suite names no target")],
    ],
    [
      "two kinds of targets",
      expecting("answer: hi").replace("cases", "targets: { a: { flow: helper } }\ncases"),
      [expect.stringContaining("a.suite.yml:3:1 EVAL_TARGET_INVALID the suite has both")],
    ],
    [
      "two kinds of targets at once",
      expecting("answer: hi").replace("flow: helper", "flow: helper, recorded: a.jsonl"),
      [
        expect.stringContaining(
          "a.suite.yml:2:9 EVAL_TARGET_INVALID the target is flow and recorded at once",
        ),
      ],
    ],
    [
      "a missing script",
      `script: gone.yml\n${expecting("answer: hi")}`,
      [expect.stringContaining("a.suite.yml:1:9 EVAL_SCRIPT_MISSING there is no script gone.yml")],
    ],
    [
      "a missing mock file",
      oneCase("expect: [answer: hi]\n    tools: { get_issue: { returns_file: gone.json } }"),
      [expect.stringMatching(/^a\.suite\.yml:7:\d+ FILE_NOT_FOUND there is no file .*gone\.json/u)],
    ],
    [
      "an unknown tool in a mock",
      oneCase("expect: [answer: hi]\n    tools: { get_isue: { returns: x } }"),
      [expect.stringMatching(/^a\.suite\.yml:7:14 TOOL_UNKNOWN there is no tool "get_isue"/u)],
    ],
    [
      "a mock without a result",
      oneCase("expect: [answer: hi]\n    tools: { get_issue: { times: 1 } }"),
      [expect.stringMatching(/^a\.suite\.yml:7:\d+ TOOL_MOCK_INVALID /u)],
    ],
    [
      "a place that is none",
      `context: { none: true, project: a/b }\n${expecting("answer: hi")}`,
      [expect.stringContaining("a.suite.yml:1:10 EVAL_CONTEXT_INVALID")],
    ],
    [
      "an id in capitals",
      expecting("answer: hi").replace("one", "One"),
      [expect.stringMatching(/^a\.suite\.yml:1:8 EVAL_SUITE_INVALID /u)],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await errorsOf({ "a.suite.yml": text })).toEqual(expected);
  });

  test("the id of a suite in a folder begins with the folder's name", async () => {
    expect(await errorsOf({ "suites/smoke/a.suite.yml": expecting("answer: hi") })).toEqual([
      'suites/smoke/a.suite.yml:1:8 EVAL_SUITE_ID the id "one" does not begin with the name of its folder, "smoke" (call it "smoke-one", or move the file)',
    ]);
    expect(await errorsOf({ "suites/one/a.suite.yml": expecting("answer: hi") })).toEqual([]);
  });

  test("two suites have two ids", async () => {
    const text = expecting("answer: hi");
    expect(await errorsOf({ "a.suite.yml": text, "b.suite.yml": text })).toEqual([
      'b.suite.yml:1:8 EVAL_SUITE_ID the id "one" is also that of a.suite.yml (give one of the two suites another id)',
    ]);
  });

  test("a flow that is wrong is told once, at its own place", async () => {
    const text = expecting("answer: hi");
    const errors = await errorsOf({
      "a.suite.yml": text,
      "b.suite.yml": text.replace("one", "two"),
      "flows/helper/1.0.0.yml": flow.replace("type: AgentComponent", "type: AgentComponents"),
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^flows\/helper\/1\.0\.0\.yml:5:\d+ /u);
  });

  test("every mistake of every suite is told in one go, in order", async () => {
    const wrong = `suite: one
target: { flow: helpr }
script: gone.yml
cases:
  - id: a
    ask: hi
    expect: [called: get_isue, answer: { contain: x }, judge: ""]
  - id: a
    expect: [answer: x]
    require: 2
`;
    const errors = await errorsOf({
      "a.suite.yml": wrong,
      "b.suite.yml": wrong.replace("one", "two"),
    });
    const codes = [
      "FLOW_NOT_FOUND",
      "EVAL_SCRIPT_MISSING",
      "TOOL_UNKNOWN",
      "EVAL_SUITE_INVALID",
      "EVAL_NOTHING_TO_CHECK",
      "EVAL_CASE_QUESTION",
      "EVAL_DUPLICATE_CASE",
      "EVAL_REQUIRE_TOO_HIGH",
    ];
    expect(errors.map((error) => error.split(" ")[1])).toEqual([...codes, ...codes]);
  });
});

test("nothing that is not there can be loaded", async () => {
  const options = { files: memoryFiles({}), cwd, flowFolders: [] };
  await expect(loadSuites(["a.suite.yml"], options)).rejects.toMatchObject({
    code: "EVAL_NO_SUITES",
  });
});
