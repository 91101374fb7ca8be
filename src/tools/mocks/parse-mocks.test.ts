import { describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { compileSchema } from "../../schema/index.ts";
import { mocksSchema } from "./mocks-schema.ts";
import { type ParsedMocks, parseMocks } from "./parse-mocks.ts";

const contents: Readonly<Record<string, string>> = {
  "/suites/a.txt": 'plain {{ text }}\n"x"',
  "/fixtures/b.json": '{\n  "k": 1.0,\n  "t": "\\u00e9"\n}',
  "/suites/broken.json": '{"a":\n  1,}',
};

const files: Files = {
  realPath: undefined,
  async read(path) {
    if (path.endsWith("locked")) {
      throw new AppError("FILE_UNREADABLE", `${path} cannot be read`, { hint: "look at it" });
    }
    return contents[path];
  },
  list: async () => [],
};

function parse(block: JsonValue, outer?: ParsedMocks): Promise<ParsedMocks> {
  return parseMocks(block, { folder: "/suites", files, ...(outer && { outer: outer.mocks }) });
}

// Matchers are left out: what their schema finds is for its own tests.
const findProblems = compileSchema({ ...mocksSchema, $defs: { matcher: {} } });

function refusedBySchema(block: JsonValue): boolean {
  return findProblems(block).length > 0;
}

describe("a block is read", () => {
  test.each<[name: string, block: JsonObject]>([
    ["nothing", {}],
    ["one rule", { get_issue: { returns: "x" } }],
    ["a list of rules", { get_issue: [{ args: { issue_iid: 1 }, returns: 1 }, { error: "404" }] }],
    ["all keys", { get_issue: { args: {}, times: 2, returns: null, latency_ms: 1.5 } }],
    ["rules under a key", { get_issue: { rules: [{ returns: "x" }] } }],
    ["a file", { get_issue: { returns_file: "a.txt" } }],
    ["a file by an absolute path", { get_issue: { returns_file: "/fixtures/b.json" } }],
    [
      "operators over all arguments",
      { get_issue: { args: { $not: { issue_iid: 1 } }, error: "" } },
    ],
    [
      "arguments of both forms of a tool",
      {
        run_command: [
          { args: { program: "ls" }, returns: 1 },
          { args: { command: "ls" }, returns: 2 },
        ],
      },
    ],
    ["a declared tool", { echo: { schema: { q: "string" }, returns: "E:{{ args.q }}" } }],
    ["a declared tool with rules", { echo: { schema: {}, description: "Says it.", rules: [] } }],
    ["a declared tool without a rule", { echo: { schema: {} } }],
    [
      "an argument of a declared tool",
      { echo: { schema: { q: "string" }, args: { q: "a" }, returns: 1 } },
    ],
    ["a declared MCP tool", { orbit_query_graph: { schema: {}, returns: "x" } }],
  ])("%s", async (_, block) => {
    const { mocks, problems } = await parse(block);
    expect(problems).toEqual([]);
    expect([...mocks.keys()]).toEqual(Object.keys(block));
    expect(refusedBySchema(block)).toBe(false);
  });
});

interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
  readonly code?: string;
  readonly atKey?: boolean;
  readonly inSchema?: boolean;
}

const form = { inSchema: true };

describe("a mistake is found", () => {
  test.each<[name: string, block: JsonValue, mistake: Mistake]>([
    [
      "no map",
      [],
      { path: [], message: "tools is a list; it must be a map from tools to mocks", ...form },
    ],
    [
      "an empty mock",
      { get_issue: null },
      {
        path: ["get_issue"],
        message: "the mock of get_issue is empty; it must be a rule or a list of rules",
        hint: "write get_issue: { returns: … }",
        ...form,
      },
    ],
    [
      "a rule that is no map",
      { get_issue: ["x"] },
      { path: ["get_issue", 0], message: 'the rule is the text "x"; it must be a map', ...form },
    ],
    [
      "an unknown key",
      { get_issue: { retuns: "x", error: "" } },
      {
        path: ["get_issue", "retuns"],
        message: 'unknown key "retuns"',
        hint: 'did you mean "returns"?',
        atKey: true,
        ...form,
      },
    ],
    [
      "no result",
      { get_issue: { times: 1 } },
      {
        path: ["get_issue"],
        message: "the rule has no result",
        hint: "give it one of returns, returns_file, error",
      },
    ],
    [
      "two results",
      { get_issue: [{ error: "", returns: 1 }] },
      { path: ["get_issue", 0], message: "the rule has returns and error" },
    ],
    [
      "never",
      { get_issue: { times: 0, returns: 1 } },
      {
        path: ["get_issue", "times"],
        message: "times is 0; it must be a whole number from 1",
        ...form,
      },
    ],
    [
      "half a time",
      { get_issue: { times: 1.5, returns: 1 } },
      {
        path: ["get_issue", "times"],
        message: "times is 1.5; it must be a whole number from 1",
        ...form,
      },
    ],
    [
      "a latency below zero",
      { get_issue: { latency_ms: -1, returns: 1 } },
      {
        path: ["get_issue", "latency_ms"],
        message: "latency_ms is -1; it must be a number from 0",
        ...form,
      },
    ],
    [
      "an error that is no text",
      { get_issue: { error: 404 } },
      { path: ["get_issue", "error"], message: "error is 404; it must be a text", ...form },
    ],
    [
      "arguments that are no map",
      { get_issue: { args: "a", returns: 1 } },
      {
        path: ["get_issue", "args"],
        message: 'args is the text "a"; it must be a map of arguments',
      },
    ],
    [
      "an unknown argument",
      { get_issue: { args: { issue_id: 1 }, returns: 1 } },
      {
        path: ["get_issue", "args", "issue_id"],
        message: 'get_issue has no parameter "issue_id"',
        hint: 'did you mean "issue_iid"?',
        atKey: true,
      },
    ],
    [
      "an unknown argument in an operator",
      { get_issue: { args: { $any: [{ issue_iid: 1 }, { id: 1 }] }, returns: 1 } },
      {
        path: ["get_issue", "args", "$any", 1, "id"],
        message: 'get_issue has no parameter "id"',
        hint: "one of: url, project_id, issue_iid",
        atKey: true,
      },
    ],
    [
      "an argument of neither form of a tool",
      { run_command: { args: { cmd: "ls" }, returns: 1 } },
      {
        path: ["run_command", "args", "cmd"],
        message: 'run_command has no parameter "cmd"',
        hint: "one of: command, timeout, program, args",
        atKey: true,
      },
    ],
    [
      "an argument of a tool without any",
      { get_current_user: { args: { id: 1 }, returns: 1 } },
      {
        path: ["get_current_user", "args", "id"],
        message: 'get_current_user has no parameter "id"',
        hint: "get_current_user takes no arguments",
        atKey: true,
      },
    ],
    [
      "an argument that a declared tool does not have",
      { echo: { schema: { q: "string" }, rules: [{ args: { p: 1 }, returns: 1 }] } },
      {
        path: ["echo", "rules", 0, "args", "p"],
        message: 'echo has no parameter "p"',
        atKey: true,
      },
    ],
    [
      "a matcher that cannot be read",
      { get_issue: { args: { url: { $contain: "a" } }, returns: 1 } },
      {
        path: ["get_issue", "args", "url", "$contain"],
        message: 'there is no operator "$contain"',
        hint: 'did you mean "$contains"?',
      },
    ],
    [
      "an unknown tool",
      { get_isue: { returns: 1 } },
      {
        code: "TOOL_UNKNOWN",
        path: ["get_isue"],
        message: 'there is no tool "get_isue"',
        hint: 'did you mean "get_issue"? a tool of your own says what it takes: get_isue: { schema: { q: string }, returns: … }',
        atKey: true,
      },
    ],
    [
      "a tool of an MCP server",
      { orbit_query_graph: { returns: 1 } },
      {
        code: "TOOL_UNKNOWN",
        path: ["orbit_query_graph"],
        message: 'there is no tool "orbit_query_graph"',
        hint: "it comes from an MCP server, so say what it takes: orbit_query_graph: { schema: { q: string }, returns: … }",
        atKey: true,
      },
    ],
    [
      "a tool called like a part of every object",
      { constructor: { returns: 1 } },
      {
        code: "TOOL_UNKNOWN",
        path: ["constructor"],
        message: 'there is no tool "constructor"',
        atKey: true,
      },
    ],
    [
      "a missing file",
      { get_issue: { returns_file: "../no.json" } },
      {
        code: "FILE_NOT_FOUND",
        path: ["get_issue", "returns_file"],
        message: "there is no file /no.json",
        hint: "the path is relative to the folder of the file that names it",
      },
    ],
    [
      "a file that cannot be read",
      { get_issue: { returns_file: "locked" } },
      {
        code: "FILE_UNREADABLE",
        path: ["get_issue", "returns_file"],
        message: "/suites/locked cannot be read",
        hint: "look at it",
      },
    ],
    [
      "a file that is not JSON",
      { get_issue: { returns_file: "broken.json" } },
      {
        path: ["get_issue", "returns_file"],
        message:
          "/suites/broken.json is not JSON: Expecting property name enclosed in double quotes: line 2 column 5 (char 10)",
      },
    ],
    [
      "rules beside a result",
      { get_issue: { rules: [], returns: 1 } },
      { path: ["get_issue", "returns"], message: "returns stands beside rules" },
    ],
    [
      "an unknown key beside rules",
      { get_issue: { rules: [], rule: 1 } },
      { path: ["get_issue", "rule"], message: 'unknown key "rule"', atKey: true, ...form },
    ],
    [
      "rules that are no list",
      { get_issue: { rules: { returns: 1 } } },
      {
        path: ["get_issue", "rules"],
        message: "rules is a map; it must be a list of rules",
        ...form,
      },
    ],
    [
      "a description without a schema",
      { get_issue: { description: "x", returns: 1 } },
      { path: ["get_issue", "description"], message: "get_issue has a description but no schema" },
    ],
    [
      "a description that is no text",
      { echo: { schema: {}, description: 1 } },
      { path: ["echo", "description"], message: "description is 1; it must be a text", ...form },
    ],
    [
      "a schema for a tool of the service",
      { get_issue: { schema: {}, returns: 1 } },
      {
        path: ["get_issue", "schema"],
        message: "get_issue is a tool of the service",
        hint: "leave its schema out",
      },
    ],
    [
      "a name that no model accepts",
      { "my tool": { schema: {} } },
      { path: ["my tool"], message: "a model does not accept this name of a tool" },
    ],
    [
      "a schema that is no map",
      { echo: { schema: "string" } },
      {
        path: ["echo", "schema"],
        message: 'schema is the text "string"; it must be a map',
        ...form,
      },
    ],
    [
      "an unknown type",
      { echo: { schema: { q: "strng" } } },
      {
        path: ["echo", "schema", "q"],
        message: '"strng" is not a type',
        hint: 'did you mean "string"?',
      },
    ],
    [
      "a list of two types",
      { echo: { schema: { a: { b: ["string", "integer"] } } } },
      { path: ["echo", "schema", "a", "b"], message: "a list has one type for all its items" },
    ],
    [
      "a schema that cannot be validated",
      { echo: { schema: { type: "object", properties: { q: { not: {} } } } } },
      {
        path: ["echo", "schema"],
        message:
          'cannot validate by this schema at /properties/q: the keyword "not" is not supported',
      },
    ],
    [
      "a parameter that is there twice",
      { echo: { schema: { q: "string", "q?": "string" } } },
      { path: ["echo", "schema", "q?"], message: '"q" stands here twice' },
    ],
  ])("%s", async (_, block, mistake) => {
    const { problems } = await parse(block);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "TOOL_MOCK_INVALID",
      atKey: false,
      inSchema: false,
      ...mistake,
    });
    expect(refusedBySchema(block)).toBe(mistake.inSchema ?? false);
  });

  test("beside others, all of which are reported in their order", async () => {
    const { problems, mocks } = await parse({
      get_isue: [{}, { returns: 1, times: -1, foo: 2 }],
      get_issue: { returns_file: "no" },
    });
    expect(problems.map(({ path }) => path.join("."))).toEqual([
      "get_isue",
      "get_isue.0",
      "get_isue.1.foo",
      "get_isue.1.times",
      "get_issue.returns_file",
    ]);
    expect([...mocks.keys()]).toEqual(["get_isue", "get_issue"]);
  });
});

describe("the declaration of a tool", () => {
  test.each<[name: string, schema: JsonObject, expected: JsonObject]>([
    ["without parameters", {}, { type: "object", properties: {} }],
    [
      "in the short form",
      { q: "string", "n?": "integer", tags: ["string"], range: { "from?": "number" }, x: "any" },
      {
        type: "object",
        properties: {
          q: { type: "string" },
          n: { type: "integer" },
          tags: { type: "array", items: { type: "string" } },
          range: { type: "object", properties: { from: { type: "number" } } },
          x: {},
        },
        required: ["q", "tags", "range", "x"],
      },
    ],
    [
      "with JSON Schema for a parameter",
      { state: { type: "string", enum: ["opened"] }, by: { type: "string", name: "string" } },
      {
        type: "object",
        properties: {
          state: { type: "string", enum: ["opened"] },
          by: {
            type: "object",
            properties: { type: { type: "string" }, name: { type: "string" } },
            required: ["type", "name"],
          },
        },
        required: ["state", "by"],
      },
    ],
    [
      "as JSON Schema",
      { type: "object", properties: { q: { type: "string" } } },
      { type: "object", properties: { q: { type: "string" } } },
    ],
  ])("%s", async (_, schema, expected) => {
    const { mocks, problems } = await parse({ echo: { schema, description: "Says it." } });
    expect(problems).toEqual([]);
    expect(mocks.get("echo")?.declared).toEqual({
      name: "echo",
      description: "Says it.",
      inputSchema: expected,
      scope: "none",
      writes: false,
      privileges: [],
      origin: "suite",
    });
  });

  test("by the suite is known to a case, and checked against", async () => {
    const suite = await parse({ echo: { schema: { q: "string" }, returns: "x" } });
    expect((await parse({ echo: { args: { q: "a" }, returns: "y" } }, suite)).problems).toEqual([]);
    expect(
      (await parse({ echo: { args: { p: "a" }, returns: "y" } }, suite)).problems,
    ).toHaveLength(1);
    expect((await parse({ ecko: { returns: "y" } }, suite)).problems).toHaveLength(1);
  });
});
