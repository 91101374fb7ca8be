import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { parseMocks } from "../mocks/parse-mocks.ts";
import { bundledTools, type ToolCatalog } from "../tool-catalog.ts";
import { validateToolArgs } from "../validate-tool-args.ts";
import { compareTools } from "./compare-tools.ts";
import { loadToolCatalog } from "./load-tool-catalog.ts";
import { countToolTexts, isSummarized } from "./tool-texts.ts";
import { toolsFileText } from "./tools-file-text.ts";
import type { ImportedTool, ToolSource } from "./tools-file.ts";

const file: ToolSource = { kind: "file", formats: ["plain"] };
const mcp: ToolSource = { kind: "mcp", transport: "stdio", server: "s" };
const instance: ToolSource = { kind: "instance", url: "https://gitlab.example.com" };

function textOf(source: ToolSource, ...tools: readonly ImportedTool[]): string {
  return toolsFileText({ schemaVersion: 1, source, tools });
}

function load(texts: Readonly<Record<string, string>>): Promise<ToolCatalog> {
  return loadToolCatalog("tools", {
    files: {
      read: async (path) => texts[path.replace(/^tools[/\\]/, "")],
      list: async () => Object.keys(texts),
      realPath: undefined,
    },
    shown: (path) => path,
  });
}

const schema: JsonObject = {
  type: "object",
  properties: { q: { type: "string" }, n: { type: "integer" } },
  required: ["q"],
};

test("without files, it is what we say ourselves", async () => {
  expect(await load({})).toBe(bundledTools);
  expect(await load({ "README.md": "# no tools" })).toBe(bundledTools);
});

test("a description and a schema take the place of ours; what only we know stays", async () => {
  const catalog = await load({
    "a.tools.json": textOf(file, { name: "get_issue", description: "D", inputSchema: schema }),
  });
  const own = bundledTools.tool("get_issue");
  expect(catalog.tool("get_issue")).toEqual({
    ...own,
    description: "D",
    inputSchema: schema,
    origin: "imported",
    schemaOrigin: "imported",
    source: "a",
    parameters: ["q", "n"],
    requiredParameters: ["q"],
    optionKeys: ["n", "q"],
    needsOneOf: [],
  });
  expect(catalog.tool("get_issue")).toBe(catalog.tool("get_issue"));
  expect(catalog.tool("create_issue")).toBe(bundledTools.tool("create_issue"));
  expect(catalog.names).toEqual(bundledTools.names);
});

describe("a schema of results", () => {
  const resultSchema: JsonObject = { type: "object", properties: { n: { type: "integer" } } };
  const files: Files = { realPath: undefined, read: async () => undefined, list: async () => [] };

  test.each<[name: string, source: ToolSource]>([
    ["get_issue", file],
    ["find", mcp],
  ])("of %s is kept, and mocks are held against it", async (name, source) => {
    const described = { name, inputSchema: schema, resultSchema };
    const catalog = await load({ "a.tools.json": textOf(source, described) });
    expect(catalog.tool(name)?.resultSchema).toEqual(resultSchema);
    const problems = async (returns: JsonValue): Promise<readonly string[]> => {
      const parsed = await parseMocks({ [name]: { returns } }, { folder: "/", files, catalog });
      return parsed.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
    };
    expect(await problems({ n: 1 })).toEqual([]);
    expect(await problems({ n: "1" })).toEqual([
      `${name}.returns.n: not what ${name} returns: "n" has to be a whole number, not "1"`,
    ]);
  });

  test("of an MCP server does not become that of a tool of the service", async () => {
    const described = { name: "get_issue", resultSchema };
    const catalog = await load({ "a.tools.json": textOf(mcp, described) });
    expect(catalog.tool("get_issue")?.resultSchema).toBeUndefined();
  });

  test("that is another is a change", () => {
    const before: readonly ImportedTool[] = [{ name: "find", resultSchema }];
    expect(compareTools(before, before).changed).toEqual([]);
    expect(compareTools(before, [{ name: "find" }]).changed).toEqual([
      { name: "find", description: false, schema: true },
    ]);
  });
});

test("with the same parameters, what belongs together and what may be preset stays", async () => {
  const own = bundledTools.tool("get_issue");
  const inputSchema = { type: "object", properties: own?.inputSchema["properties"] ?? {} };
  const catalog = await load({ "a.tools.json": textOf(file, { name: "get_issue", inputSchema }) });
  const { needsOneOf, optionKeys, description, origin } = catalog.tool("get_issue") ?? {};
  expect({ needsOneOf, optionKeys, description, origin }).toEqual({
    needsOneOf: own?.needsOneOf,
    optionKeys: own?.optionKeys,
    description: own?.description,
    origin: "summary",
  });
  expect(needsOneOf).not.toEqual([]);
});

test("new names are known, in their order", async () => {
  const catalog = await load({
    "a.tools.json": textOf(mcp, { name: "linear_search", description: "D", inputSchema: schema }),
  });
  expect(catalog.names).toEqual([...bundledTools.names, "linear_search"].toSorted());
  expect(catalog.tool("linear_search")).toMatchObject({
    description: "D",
    origin: "imported",
    parameters: ["q", "n"],
    optionKeys: ["n", "q"],
    effect: undefined,
    privileges: [],
    executable: true,
  });
});

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  [
    "a file before an instance",
    {
      "a.tools.json": textOf(instance, { name: "get_issue", description: "instance" }),
      "z.tools.json": textOf(file, { name: "get_issue", description: "file" }),
    },
    "file",
  ],
  [
    "of two files the first by name",
    {
      "b.tools.json": textOf(file, { name: "get_issue", description: "b" }),
      "a.tools.json": textOf(file, { name: "get_issue", description: "a" }),
    },
    "a",
  ],
  [
    "our own before an MCP server",
    { "a.tools.json": textOf(mcp, { name: "get_issue", description: "mcp" }) },
    bundledTools.tool("get_issue")?.description,
  ],
])("what counts: %s", async (_, texts, expected) => {
  expect((await load(texts)).tool("get_issue")?.description).toBe(expected);
});

describe("what is broken is told, all of it", () => {
  test.each<[string, string, readonly string[]]>([
    ["no JSON", "<<<<<<< HEAD", ["this is no JSON"]],
    [
      "another version",
      '{"schemaVersion":2,"source":{"kind":"instance","url":"u"},"tools":[]}',
      ["/schemaVersion"],
    ],
    [
      "a name that no model accepts",
      '{"schemaVersion":1,"source":{"kind":"instance","url":"u"},"tools":[{"name":"a b"}]}',
      ["/tools/0/name"],
    ],
    [
      "keys that there are not",
      '{"schemaVersion":1,"source":{"kind":"instance","url":"u"},"tools":[{"name":"a","schema":{}}],"x":1}',
      ["schema", "x"],
    ],
  ])("%s", async (_, text, expected) => {
    const errors = await errorsOf(load({ "a.tools.json": text, "b.tools.json": "{" }));
    const own = errors.filter(({ place }) => place?.file.endsWith("a.tools.json"));
    expect(own).toHaveLength(expected.length);
    for (const part of expected) expect(own.map(({ message }) => message).join()).toContain(part);
    expect(errors).toHaveLength(expected.length + 1);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["TOOL_FILE_INVALID"]));
  });
});

async function errorsOf(work: Promise<unknown>): Promise<readonly AppError[]> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppErrors) return error.errors;
  return error instanceof AppError ? [error] : [];
}

describe("arguments", () => {
  async function validated(
    inputSchema: JsonObject | undefined,
    args: JsonObject,
  ): Promise<unknown> {
    const tool = { name: "own_tool", description: "D", ...(inputSchema && { inputSchema }) };
    const spec = (await load({ "a.tools.json": textOf(mcp, tool) })).tool("own_tool");
    return spec && validateToolArgs(spec, args);
  }

  test.each<[string, JsonObject | undefined, JsonObject, unknown]>([
    ["are converted", schema, { q: "a", n: "7", x: 1 }, { ok: true, args: { q: "a", n: 7 } }],
    [
      "are as they are where the schema says more than pydantic can check",
      { ...schema, patternProperties: { a: {} } },
      { n: "7", x: 1 },
      { ok: true, args: { n: "7", x: 1 } },
    ],
    [
      "are as they are where nobody knows the schema",
      undefined,
      { x: 1 },
      { ok: true, args: { x: 1 } },
    ],
    ["of references are checked", reference("string"), { q: "a" }, { ok: true, args: { q: "a" } }],
  ])("%s", async (_, inputSchema, args, expected) => {
    expect(await validated(inputSchema, args)).toEqual(expected);
  });

  test.each([
    [schema, "OwnToolInput"],
    [{ ...schema, title: "SearchInput" }, "SearchInput"],
    [{ ...schema, title: "\u001B[2J" }, "OwnToolInput"],
  ])("errors are called after the tool, or as the schema is: %#", async (inputSchema, name) => {
    expect(await validated(inputSchema, {})).toMatchObject({
      ok: false,
      text: expect.stringMatching(new RegExp(`^1 validation error for ${name}\n`)),
    });
  });
});

function reference(type: string): JsonObject {
  return {
    type: "object",
    properties: { q: { $ref: "#/$defs/Q" } },
    $defs: { Q: { type } },
  };
}

describe("whose words a model reads", () => {
  const names = ["get_issue", "create_issue", "get_issue", "ghost", "mine"];
  const isDeclared = (name: string): boolean => name === "mine";
  const both = { description: "D", inputSchema: schema };

  test.each<[string, readonly ImportedTool[], readonly [number, number], boolean]>([
    ["none is imported", [], [2, 0], true],
    ["some are", [{ name: "get_issue", ...both }], [1, 0], true],
    [
      "all are",
      [
        { name: "get_issue", ...both },
        { name: "create_issue", ...both },
      ],
      [0, 0],
      false,
    ],
    [
      "without schemas",
      [
        { name: "get_issue", description: "D" },
        { name: "create_issue", ...both },
      ],
      [0, 1],
      true,
    ],
    [
      "without descriptions",
      [
        { name: "get_issue", inputSchema: schema },
        { name: "create_issue", ...both },
      ],
      [1, 0],
      true,
    ],
  ])("%s", async (_, tools, [summarized, ownSchema], expected) => {
    const catalog = await load({ "a.tools.json": textOf(file, ...tools) });
    const texts = countToolTexts(names, { catalog, isDeclared });
    expect(texts).toEqual({ total: 3, summarized, ownSchema });
    expect(isSummarized(texts)).toBe(expected);
  });
});
