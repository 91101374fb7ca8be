import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execPath } from "node:process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JsonValue } from "../../src/core/json.ts";
import type { ToolsFile } from "../../src/tools/index.ts";
import { runIn, runWith } from "../testing/run-in.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, value: JsonValue): void =>
  writeFileSync(join(folder, name), JSON.stringify(value));

function imported(name: string): ToolsFile {
  const file: ToolsFile = JSON.parse(textOf(name));
  return file;
}

function textOf(name: string): string {
  return readFileSync(join(folder, "tools", `${name}.tools.json`), "utf8");
}

const schema = { type: "object", properties: { q: { type: "string" } }, required: ["q"] };
const secret = ["glpat", "A1b2C3d4E5f6G7h8I9j0"].join("-");

describe("from a file", () => {
  const found = [{ name: "find", description: "Finds.", inputSchema: schema }];

  test.each<[string, JsonValue, readonly string[]]>([
    [
      "OpenAI's functions",
      [{ type: "function", function: { name: "find", description: "Finds.", parameters: schema } }],
      ["openai"],
    ],
    [
      "OpenAI's flat functions",
      { tools: [{ type: "function", name: "find", description: "Finds.", parameters: schema }] },
      ["openai"],
    ],
    [
      "Anthropic's tools",
      [{ name: "find", description: "Finds.", input_schema: schema }],
      ["anthropic"],
    ],
    [
      "a result of tools/list",
      { tools: [{ name: "find", description: "Finds.", inputSchema: schema }], nextCursor: "2" },
      ["mcp"],
    ],
    [
      "an answer to tools/list",
      {
        jsonrpc: "2.0",
        id: 1,
        result: { tools: [{ name: "find", description: "Finds.", inputSchema: schema }] },
      },
      ["mcp"],
    ],
    ["a plain list", [{ name: "find", description: "Finds.", schema }], ["plain"]],
    [
      "a list without types",
      [
        {
          name: "find",
          description: "Finds.",
          args_schema: { properties: schema.properties, required: ["q"] },
        },
      ],
      ["plain"],
    ],
  ])("%s", async (_, document, formats) => {
    write("mine.json", document);
    const { exit, stdout } = await runIn(folder, ["tools", "import", "--from-file", "mine.json"]);
    expect(exit).toBe(0);
    expect(stdout).toBe("tools/mine.tools.json: 1 tool, 0 of the service, 1 other; written\n");
    expect(imported("mine")).toEqual({
      schemaVersion: 1,
      source: { kind: "file", formats },
      tools: found,
    });
  });

  test("from standard input, under a name", async () => {
    const stdin = async () =>
      new TextEncoder().encode(JSON.stringify([{ name: "find", description: "Finds.", schema }]));
    const args = ["tools", "import", "--from-file", "-", "--name", "service"];
    expect((await runWith(args, { cwd: folder, stdin })).exit).toBe(0);
    expect(imported("service").tools).toEqual(found);
  });

  test.each<[string, string, string]>([
    ["no JSON", "{", "it is no JSON"],
    ["no list", "{}", "it holds no list of tools"],
    ["nothing that is a tool", "[1, {}]", "there is no tool that could be kept"],
    ["an empty list", "[]", "there is no tool that could be kept"],
  ])("%s is refused, and nothing is written", async (_, text, expected) => {
    writeFileSync(join(folder, "mine.json"), text);
    const { exit, stderr } = await runIn(folder, ["tools", "import", "--from-file", "mine.json"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[TOOL_IMPORT_INVALID]");
    expect(stderr).toContain(expected);
    expect(readdirSync(folder)).toEqual(["mine.json"]);
  });

  test("what is hostile is bounded, and shown instead of obeyed", async () => {
    let deep: JsonValue = "x";
    for (let level = 0; level < 200; level += 1) deep = { properties: { k: deep } };
    write("mine.json", [
      { name: "\u001B[2J", schema },
      { name: "x".repeat(129), schema },
      { name: "__proto__", description: "\u001B[31mred \u202Eder", schema },
      { name: "deep", schema: deep },
      { name: "list", schema: { type: "array" } },
      {
        name: "leak",
        description: `use ${secret}`,
        schema: { properties: { a: { default: secret } } },
      },
      { name: "leak", description: "again" },
      { name: "long", description: "y".repeat(60_000), schema },
    ]);
    const { exit, stdout, stderr } = await runIn(folder, [
      "tools",
      "import",
      "--from-file",
      "mine.json",
    ]);
    expect(exit).toBe(0);
    expect(stderr).toBe(
      `note: ${[
        `"\\u001b[2J" was left out: models accept letters, digits, _ and -, at most 128`,
        `"${"x".repeat(79)}…" was left out: models accept letters, digits, _ and -, at most 128`,
        `the schema of "deep" was left out: it is nested more than 60 levels deep`,
        `the schema of "list" was left out: arguments are an object, not "array"`,
        `what looks like a secret was taken out of "leak"`,
        `"leak" stands there twice; the first counts`,
        `the description of "long" was cut after 50000 characters`,
      ].join("\nnote: ")}\n`,
    );
    expect(imported("mine").tools.map(({ name }) => name)).toEqual([
      "__proto__",
      "deep",
      "leak",
      "list",
      "long",
    ]);
    expect(textOf("mine") + stdout + stderr).not.toContain(secret);
    // oxlint-disable-next-line no-control-regex -- that there is none is what is tested
    expect(textOf("mine")).not.toMatch(/[^\n -~…]/);
    const shown = await runIn(folder, ["tools", "show", "__proto__"]);
    expect(shown.stdout).toContain("red <U+202E>der");
    const listed = await runIn(folder, ["tools", "list", "--origin", "imported"]);
    // oxlint-disable-next-line no-control-regex -- that there is none is what is tested
    expect(listed.stdout + shown.stdout).not.toMatch(/[\u001B\u202E]/);
  });

  test("a value of the environment is not kept", async () => {
    write("mine.json", [{ name: "find", description: "Knows hunter2-xK9 well.", schema }]);
    const env = { MY_PASSWORD: "hunter2-xK9" };
    await runIn(folder, ["tools", "import", "--from-file", "mine.json"], env);
    expect(imported("mine").tools[0]?.description).toBe("Knows [REDACTED] well.");
  });

  test.each(["outputSchema", "output_schema", "result_schema"])(
    "the schema of results is kept from %s, if it is one",
    async (key) => {
      const tools = [
        { name: "a", schema, [key]: { type: "array", description: secret } },
        { name: "b", schema, [key]: "text" },
      ];
      writeFileSync(join(folder, "given.json"), JSON.stringify(tools));
      const args = ["tools", "import", "--from-file", "given.json"];
      const { exit, stderr } = await runIn(folder, args);
      expect(exit).toBe(0);
      expect(imported("given").tools.map(({ resultSchema }) => resultSchema)).toEqual([
        { type: "array", description: "[REDACTED]" },
        undefined,
      ]);
      expect(stderr).toContain('the schema of what "b" returns was left out: it is "text"');
    },
  );
});

describe("against the last import", () => {
  const before = [
    { name: "gone", description: "a", schema },
    { name: "other_schema", description: "a", schema },
    { name: "other_text", description: "a", schema },
    { name: "same", description: "a", schema },
  ];
  const after = [
    {
      name: "same",
      description: "a",
      schema: Object.fromEntries(Object.entries(schema).toReversed()),
    },
    { name: "other_text", description: "b", schema },
    { name: "other_schema", description: "a", schema: { ...schema, required: [] } },
    { name: "new", description: "a", schema },
  ];
  const run = (...flags: string[]) =>
    runIn(folder, ["tools", "import", "--from-file", "mine.json", ...flags]);

  beforeEach(async () => {
    write("mine.json", before);
    await run();
    write("mine.json", after);
  });

  const changes = `added    new
removed  gone
changed  other_schema (schema)
changed  other_text (description)
`;

  test("what changed is said", async () => {
    const { stdout } = await run();
    expect(stdout).toBe(
      `${changes}tools/mine.tools.json: 4 tools, 0 of the service, 4 others; written\n`,
    );
    expect(imported("mine").tools.map(({ name }) => name)).toContain("new");
  });

  test("--dry-run says it and writes nothing", async () => {
    const text = textOf("mine");
    const { stdout } = await run("--dry-run");
    expect(stdout).toBe(
      `${changes}tools/mine.tools.json: 4 tools, 0 of the service, 4 others; not written\n`,
    );
    expect(textOf("mine")).toBe(text);
  });

  test("as a document", async () => {
    const { stdout } = await run("--format", "json", "--dry-run");
    expect(JSON.parse(stdout)).toEqual({
      schemaVersion: 1,
      path: "tools/mine.tools.json",
      source: { kind: "file", formats: ["plain"] },
      tools: 4,
      changed: true,
      written: false,
      differences: {
        added: ["new"],
        removed: ["gone"],
        changed: [
          { name: "other_schema", parts: ["schema"] },
          { name: "other_text", parts: ["description"] },
        ],
      },
      notes: [],
    });
  });

  test("a second time, nothing changes", async () => {
    await run();
    const text = textOf("mine");
    expect((await run()).stdout).toContain("; nothing changed\n");
    expect(textOf("mine")).toBe(text);
  });

  test("another source does not take its place", async () => {
    const args = [resolve("fixtures/mcp/stdio-server.mjs"), "well"];
    const flags = ["--mcp-command", execPath, ...args.flatMap((arg) => ["--mcp-arg", arg])];
    const { exit, stderr } = await runIn(folder, ["tools", "import", ...flags, "--name", "mine"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("holds the tools of a file, not of the MCP server Orbit Search");
  });

  test("a file that is broken is not overwritten", async () => {
    writeFileSync(join(folder, "tools/mine.tools.json"), '{"schemaVersion": 2}');
    const { exit, stderr } = await run();
    expect(exit).toBe(2);
    expect(stderr).toContain("error[TOOL_FILE_INVALID]: tools/mine.tools.json: ");
  });
});

describe("the command line", () => {
  test.each<[readonly string[], string]>([
    [[], "no source of tools is named"],
    [["--from-file", "a.json", "--from-mcp"], "several sources of tools are named"],
    [["--from-mcp"], "no MCP server is named"],
    [["--mcp-command", "a", "--mcp-url", "https://b.example.com"], "two MCP servers are named"],
    [["--mcp-command", "a", "--mcp-header", "A=B"], "--mcp-header does not go with this server"],
    [
      ["--mcp-url", "https://b.example.com", "--mcp-arg", "-x"],
      "--mcp-arg does not go with this server",
    ],
    [["--mcp-url", "https://b.example.com", "--mcp-header", "A=B"], "the variable B is not set"],
    [
      ["--mcp-url", "https://b.example.com", "--mcp-header", "A: s3cret"],
      "names no header and variable",
    ],
    [["--from-instance", "a", "b", "c"], "--from-instance takes an address and a token"],
    [["--from-file", "none.json"], "there is no file none.json"],
  ])("%j", async (flags, expected) => {
    const { exit, stderr } = await runIn(folder, ["tools", "import", ...flags]);
    expect(exit).toBe(2);
    expect(stderr).toContain(expected);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(["../up", ".hidden", "a/b", ""])("--name %j leads nowhere else", async (name) => {
    write("mine.json", [{ name: "find", schema }]);
    const args = ["tools", "import", "--from-file", "mine.json", "--name", name];
    const { exit, stderr } = await runIn(folder, args);
    expect(exit).toBe(2);
    expect(stderr).toContain("is no name of a file");
    expect(readdirSync(folder)).toEqual(["mine.json"]);
  });
});
