import { describe, expect, test } from "vitest";
import type { Files } from "../../core/files.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { bundledTools } from "../tool-catalog.ts";
import { mockProblems } from "./mock-problems.ts";
import { parseMocks } from "./parse-mocks.ts";

const files: Files = { realPath: undefined, read: async () => undefined, list: async () => [] };

/** A tool with parameters of every kind. */
const declared: JsonObject = {
  type: "object",
  required: ["id", "mode"],
  properties: {
    id: { type: "integer" },
    mode: { type: "string", enum: ["fast", "slow"] },
    name: { anyOf: [{ type: "string" }, { type: "null" }], default: null },
    either: { anyOf: [{ type: "integer" }, { type: "string" }] },
    ratio: { type: "number", maximum: 1 },
    flag: { type: "boolean" },
    tags: { type: "array", items: { type: "string" } },
    point: {
      type: "object",
      additionalProperties: false,
      required: ["x"],
      properties: { x: { type: "integer" }, label: { type: "string" } },
    },
    open: { type: "object", additionalProperties: true },
    any: {},
    linked: { $ref: "#/$defs/place" },
  },
  $defs: { place: { type: "object", properties: { line: { type: "integer" } } } },
};

async function problemsOf(args: JsonValue): Promise<readonly string[]> {
  const block = { own: { schema: declared, args, returns: "ok" } };
  const { problems } = await parseMocks(block, { folder: "/", files });
  return problems.map(({ path, message, hint }) => {
    return `${path.slice(2).join(".")}: ${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
}

describe("arguments that a call can have", () => {
  test.each<JsonObject>([
    { id: 7, mode: "fast", name: "x", either: "7", ratio: 0.5, flag: true, tags: ["a"] },
    { either: 7, name: null, ratio: 1, tags: [], open: { a: { b: 1 } }, any: [1, "x"] },
    { point: { x: 1 }, linked: { line: 3 } },
    { id: { $gt: 3, $lt: 9 }, ratio: { $gte: 0.1 }, name: { $icontains: "x", $regex: "^x" } },
    { id: { $in: [1, 2] }, mode: { $not: "fast" }, name: { $exists: false } },
    { tags: { $contains: "a" }, name: { $contains: "a" }, either: { $contains: "7" } },
    { id: { $type: "number" }, ratio: { $type: "integer" }, name: { $type: "null" } },
    { point: { $equals: { x: 1, label: "a" } }, mode: { $any: ["fast", "slow"] } },
    { $any: [{ id: 1 }, { mode: "slow" }] },
    { $not: { id: "x" } },
    { id: { $schema: { minimum: 3 } } },
  ])("%j", async (args) => {
    expect(await problemsOf(args)).toEqual([]);
  });
});

describe("arguments that no call can have", () => {
  test.each<[args: JsonObject, problems: readonly string[]]>([
    [{ ids: 7 }, ['ids: own has no parameter "ids" (did you mean "id"?)']],
    [{ id: "7" }, ['id: id of own: it is never "7": it is a whole number (write 7)']],
    [{ id: 1.5 }, ["id: id of own: it is never 1.5: it is a whole number"]],
    [{ id: null }, ["id: id of own: it is never null: it is a whole number"]],
    [{ mode: "fst" }, ['mode: mode of own: it is never "fst" (did you mean "fast"?)']],
    [{ name: 3 }, ["name: name of own: it is never 3: it is a text"]],
    [
      { either: true },
      ["either: either of own: it is never true: it is a whole number or a text (write 1)"],
    ],
    [{ ratio: 2 }, ["ratio: ratio of own: the tool refuses 2"]],
    [{ flag: "true" }, ['flag: flag of own: it is never "true": it is true or false (write true)']],
    [{ tags: "a" }, ['tags: tags of own: it is never "a": it is a list']],
    [{ tags: ["a", 1] }, ["tags.1: tags of own: it is never 1: it is a text"]],
    [{ id: [7] }, ["id: id of own: it is never a list: it is a whole number"]],
    [{ id: { x: 1 } }, ["id: id of own: it is never a map: it is a whole number"]],
    [
      { point: { x: "1" } },
      ['point.x: point of own: it is never "1": it is a whole number (write 1)'],
    ],
    [{ point: { y: 1 } }, [expect.stringContaining('point.y: point of own: there is never a "y"')]],
    [
      { linked: { line: "3" } },
      [expect.stringContaining('linked.line: linked of own: it is never "3"')],
    ],
    [
      { id: { $contains: "7" } },
      ["id.$contains: id of own: it is never a text or a list: it is a whole number"],
    ],
    [{ id: { $regex: "7" } }, ["id.$regex: id of own: it is never a text: it is a whole number"]],
    [{ name: { $gt: 3 } }, ["name.$gt: name of own: it is never a number: it is a text"]],
    [
      { id: { $type: "string" } },
      ["id.$type: id of own: it is never string: it is a whole number"],
    ],
    [
      { mode: { $in: ["fast", "quick"] } },
      [expect.stringContaining('mode.$in.1: mode of own: it is never "quick"')],
    ],
    [
      { id: { $any: [1, "2"] } },
      ['id.$any.1: id of own: it is never "2": it is a whole number (write 2)'],
    ],
    [
      { id: { $equals: "7" } },
      ['id.$equals: id of own: it is never "7": it is a whole number (write 7)'],
    ],
    [{ id: { $exists: false } }, ["id.$exists: id of own: every call has it"]],
    [{ tags: { $contains: 3 } }, ["tags.$contains: tags of own: it is never 3: it is a text"]],
    [
      { $any: [{ id: "x" }, { idd: 1 }] },
      [
        '$any.0.id: id of own: it is never "x": it is a whole number',
        '$any.1.idd: own has no parameter "idd" (did you mean "id"?)',
      ],
    ],
    [{ $not: { idd: 1 } }, ['$not.idd: own has no parameter "idd" (did you mean "id"?)']],
  ])("%j", async (args, problems) => {
    expect(await problemsOf(args)).toEqual(problems);
  });
});

test.each<[name: string, block: JsonObject, problems: readonly string[]]>([
  [
    "of the service's tools",
    { get_issue: { args: { issue_iid: "7" }, returns: 1 } },
    [
      'get_issue.args.issue_iid: issue_iid of get_issue: it is never "7": it is a whole number (write 7)',
    ],
  ],
  [
    "of one of the two forms of a tool",
    {
      run_command: [
        { args: { program: "ls" }, returns: 1 },
        { args: { command: "ls" }, returns: 2 },
      ],
    },
    [],
  ],
  [
    "templates that look at arguments",
    { get_issue: { returns: { a: ["{{ args.issue_iid }}", "{{ args.iid }} {{ args['x'] }}"] } } },
    [
      'get_issue.returns.a.1: get_issue has no parameter "iid"',
      'get_issue.returns.a.1: get_issue has no parameter "x"',
    ],
  ],
  [
    "templates of errors, with methods",
    { get_issue: { error: "{% if args.keys() %}{{ args.issue_id }}{% endif %} args.plain" } },
    ['get_issue.error: get_issue has no parameter "issue_id"'],
  ],
  [
    "rules behind one that takes all",
    {
      get_issue: [{ times: 1, error: "x" }, { returns: 1 }, { args: { issue_iid: 7 }, returns: 2 }],
    },
    ["get_issue.2: this rule of get_issue never answers: rule 2 takes every call"],
  ],
  [
    "rules behind one that takes the same calls, or more",
    {
      get_issue: [
        { args: { issue_iid: 7 }, returns: 1 },
        { args: { project_id: 3, issue_iid: 7 }, returns: 2 },
        { args: { issue_iid: 7 }, times: 1, error: "x" },
        { args: { project_id: 3 }, returns: 3 },
      ],
    },
    [
      "get_issue.1: this rule of get_issue never answers: rule 1 takes all of its calls",
      "get_issue.2: this rule of get_issue never answers: rule 1 takes all of its calls",
    ],
  ],
  [
    "the same calls, after a rule that is used up",
    {
      get_issue: [
        { args: { issue_iid: 7 }, times: 1, error: "x" },
        { args: { issue_iid: 7 }, returns: 1 },
      ],
    },
    [],
  ],
  [
    "an empty list",
    { get_issue: [] },
    ["get_issue: the mock of get_issue has no rule, so it never answers"],
  ],
  [
    "rules that all can answer",
    {
      get_issue: [{ args: { issue_iid: 7 }, returns: 2 }, { times: 1, error: "x" }, { returns: 1 }],
    },
    [],
  ],
])("%s", async (_, block, expected) => {
  const { problems } = await parseMocks(block, { folder: "/", files });
  expect(
    problems.map(
      ({ path, message }) =>
        `${path.join(".")}: ${message}${message.includes('never "') ? " (write 7)" : ""}`,
    ),
  ).toEqual(expected);
});

describe("results of a tool that says what it returns", () => {
  const schema = {
    type: "object",
    required: ["count"],
    additionalProperties: false,
    properties: { count: { type: "integer" }, names: { type: "array", items: { type: "string" } } },
  };
  const results = async (rule: JsonObject): Promise<readonly string[]> => {
    const own = { schema: { q: "string" }, result_schema: schema, rules: [rule] };
    const there: Files = { ...files, read: async () => '{"count": "7"}' };
    const { problems } = await parseMocks({ own }, { folder: "/", files: there });
    return problems.map(({ path, message }) => `${path.slice(3).join(".")}: ${message}`);
  };

  test.each<JsonObject>([
    { returns: { count: 7, names: ["a"] } },
    { returns: { count: "{{ args.q }}" } },
    { returns: '{"count": 7}' },
    { returns: "{{ args.q }}" },
    { error: "404" },
  ])("%j", async (rule) => {
    expect(await results(rule)).toEqual([]);
  });

  test.each<[rule: JsonObject, problems: readonly string[]]>([
    [
      { returns: { count: "7" } },
      ['returns.count: not what own returns: "count" has to be a whole number, not "7"'],
    ],
    [
      { returns: { count: 7, name: [] } },
      ['returns.name: not what own returns: unknown key "name"'],
    ],
    [
      { returns: { count: 7, names: ["a", 1, "{{ args.q }}"] } },
      [expect.stringContaining("returns.names.1: not what own returns")],
    ],
    [{ returns: "none" }, [expect.stringContaining("returns: not what own returns")]],
    [{ returns: '{"count": "7"}' }, [expect.stringContaining("returns: not what own returns")]],
    [{ returns_file: "a.json" }, [expect.stringContaining("returns_file: not what own returns")]],
  ])("%j", async (rule, problems) => {
    expect(await results(rule)).toEqual(problems);
  });

  test.each<[block: JsonObject, problem: string]>([
    [{ own: { schema: {}, result_schema: { type: "objct" } } }, "own.result_schema"],
    [{ get_issue: { result_schema: {}, returns: 1 } }, "get_issue.result_schema"],
    [{ own: { schema: {}, result_schema: [] } }, "own.result_schema"],
  ])("a schema that is wrong: %j", async (block, problem) => {
    const { problems } = await parseMocks(block, { folder: "/", files });
    expect(problems.map(({ path }) => path.join("."))).toEqual([problem]);
  });
});

test("mocks that were read can be held against another catalog later", async () => {
  const block = { get_issue: { args: { issue_iid: 7 }, returns: 1 } };
  const { mocks, problems } = await parseMocks(block, { folder: "/", files });
  const tool = bundledTools.tool("get_issue");
  const inputSchema = { type: "object", properties: { iid: { type: "integer" } } };
  const changed = tool === undefined ? undefined : { ...tool, inputSchema, supersedes: undefined };
  expect(problems).toEqual([]);
  expect(mockProblems(mocks, { tool: () => changed })).toMatchObject([
    { path: ["get_issue", "args", "issue_iid"], atKey: true, code: "TOOL_MOCK_INVALID" },
  ]);
});

test("in a case an empty list takes the mock of its suite away", async () => {
  const suite = await parseMocks({ get_issue: { returns: "x" } }, { folder: "/", files });
  const { problems } = await parseMocks(
    { get_issue: [] },
    { folder: "/", files, outer: suite.mocks },
  );
  expect(problems).toEqual([]);
});

test("a long list of rules takes no longer than it is long", async () => {
  const rules = Array.from({ length: 20_000 }, (_, index) => ({
    args: { issue_iid: index },
    returns: 1,
  }));
  const { mocks } = await parseMocks({ get_issue: rules }, { folder: "/", files });
  const begin = performance.now();
  expect(mockProblems(mocks, { tool: () => undefined })).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(2000);
});
