import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import { parseScript } from "../../src/model/index.ts";
import type { RunStarted } from "../../src/record/index.ts";
import type { Summary } from "../../src/report/index.ts";
import { createLlmSimulator, serve } from "../../src/simulators/index.ts";
import { runIn } from "../testing/run-in.ts";

const script = `script: s
replies:
  - turns:
      - calls: [{ tool: get_issue, args: { issue: "7" } }, { tool: linear_search, args: { q: a } }]
      - text: Done.
`;
const files: Readonly<Record<string, string>> = {
  "flows/helper/1.0.0.yml": `version: v1
environment: ambient
components:
  - { name: helper, type: AgentComponent, prompt_id: helper, inputs: ["context:goal"],
      toolset: [get_issue, linear_search] }
routers: [{ from: helper, to: end }]
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: You help., user: "{{ goal }}", placeholder: history }
`,
  "s.script.yml": script,
  "a.suite.yml": `suite: a
target: { flow: helper, version: 1.0.0 }
script: s.script.yml
context: { project: shop/web }
tools:
  get_issue: { args: { issue: 7 }, returns: An issue. }
  linear_search: { args: { q: a }, returns: Nothing. }
cases:
  - { id: one, ask: Go, expect: [{ called: get_issue }] }
`,
};

const issue = {
  name: "get_issue",
  description: "The service's own words about issues.",
  inputSchema: {
    type: "object",
    properties: { issue: { type: "integer", description: "Its number." } },
    required: ["issue"],
  },
};
const search = {
  name: "linear_search",
  description: "Searches Linear.",
  inputSchema: { type: "object", properties: { q: { type: "string" } }, required: ["q"] },
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
  for (const [path, text] of Object.entries(files)) write(path, text);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function bring(tools: readonly JsonObject[], place = "tools/service.tools.json"): void {
  const source = { kind: "file", formats: ["plain"] };
  write(place, JSON.stringify({ schemaVersion: 1, source, tools }));
}

/** What the model of a run was offered, in its requests. */
async function offered(): Promise<readonly JsonValue[]> {
  const simulator = createLlmSimulator({ script: await parseScript(script, "s.script.yml") });
  const bodies: JsonObject[] = [];
  const server = await serve(
    async (request) => {
      const body: JsonValue = JSON.parse(await request.clone().text());
      if (isJsonObject(body)) bodies.push(body);
      return simulator(request);
    },
    { port: 0 },
  );
  try {
    const { exit, stderr } = await runIn(
      folder,
      ["eval", "run", "a.suite.yml", "--model", "claude-x", "--judge-model", "claude-y"],
      { ANTHROPIC_BASE_URL: server.url, ANTHROPIC_API_KEY: "k" },
    );
    expect(exit, stderr).toBe(0);
  } finally {
    await server.close();
  }
  const [body] = bodies;
  return Array.isArray(body?.["tools"]) ? body["tools"] : [];
}

test("a model reads the imported texts; what it may call and mocks answer follows from them", async () => {
  bring([issue, search]);
  const asked = [issue, search].map(({ name, description, inputSchema }) => {
    return expect.objectContaining({ name, description, input_schema: inputSchema }) as unknown;
  });
  expect(await offered()).toEqual(asked);
});

test("a folder of one's own is read where flowproof.yml names it", async () => {
  write("flowproof.yml", "registries: { tools: described }\n");
  bring([issue, search], "described/service.tools.json");
  expect(await offered()).toHaveLength(2);
});

test("a mock is held against the imported schema", async () => {
  bring([{ ...issue, inputSchema: search.inputSchema }, search]);
  const { exit, stderr } = await runIn(folder, ["eval", "run", "a.suite.yml"]);
  expect(exit).toBe(2);
  expect(stderr).toContain('get_issue has no parameter "issue"');
});

test("without the import, the tool is unknown", async () => {
  const { exit, stderr } = await runIn(folder, ["eval", "run", "a.suite.yml"]);
  expect(exit).toBe(2);
  expect(stderr).toContain(
    'error[TOOL_UNKNOWN]: a.suite.yml:7:3: there is no tool "linear_search"',
  );
});

test("another text makes it another case, an import of other tools does not", async () => {
  const hashOf = async (): Promise<unknown> => {
    await runIn(folder, ["eval", "run", "a.suite.yml"]);
    const started: RunStarted = JSON.parse(
      readFileSync(join(folder, "reports/latest/run.json"), "utf8"),
    );
    return started.plan[0]?.hash;
  };
  bring([issue, search]);
  const first = await hashOf();
  bring([issue, search, { ...search, name: "linear_create" }]);
  expect(await hashOf()).toBe(first);
  bring([{ ...issue, description: "Otherwise." }, search]);
  expect(await hashOf()).not.toBe(first);
});

const ours = "tools are described to the model by short summaries, not by the service's texts";

describe("the label", () => {
  const whole = { ...issue, inputSchema: { type: "object", properties: { issue: {} } } };

  test.each<[string, readonly JsonObject[], readonly string[], JsonObject]>([
    [
      "is gone when all is imported",
      [whole, search],
      [],
      { total: 2, summarized: 0, ownSchema: 0 },
    ],
    [
      "counts schemas that are not imported",
      [whole, { name: "linear_search", description: "D" }],
      [
        "1 of 2 tools have imported descriptions, but schemas of arguments that are not the service's",
      ],
      { total: 2, summarized: 0, ownSchema: 1 },
    ],
    [
      "counts what is not imported",
      [{ name: "get_issue", inputSchema: whole.inputSchema }, search],
      [`1 of 2 ${ours}`],
      { total: 2, summarized: 1, ownSchema: 0 },
    ],
  ])("%s", async (_, tools, sentences, offeredTools) => {
    bring(tools);
    const notes = (text: string): readonly string[] =>
      [...text.matchAll(/^note: (.*(?:summaries|imported).*)$/gm)].map(([, note = ""]) => note);
    const evaluated = await runIn(folder, ["eval", "run", "a.suite.yml"]);
    expect(notes(evaluated.stdout)).toEqual(sentences);
    const summary: Summary = JSON.parse(
      readFileSync(join(folder, "reports/latest/summary.json"), "utf8"),
    );
    expect(summary.offeredTools).toEqual(offeredTools);
    expect(summary.labels.includes("summarized_tools")).toBe(sentences.length > 0);
    const flow = ["helper", "--goal", "Go", "--project", "shop/web"];
    const played = ["--script", "s.script.yml", "--tools", "mocks.yml"];
    write("mocks.yml", "get_issue: { returns: An issue. }\nlinear_search: { returns: Nothing. }\n");
    const run = await runIn(folder, ["flow", "run", ...flow, ...played]);
    expect(notes(run.stdout), run.stderr).toEqual(sentences);
    const rendered = await runIn(folder, ["flow", "render", ...flow]);
    expect(notes(rendered.stderr)).toEqual(sentences);
  });
});

describe("lint", () => {
  const lint = async (): Promise<string> => (await runIn(folder, ["lint", "flows"])).stdout;

  test("does not know a tool that nobody described", async () => {
    expect(await lint()).toContain("L01");
  });

  test("knows it when it was imported", async () => {
    bring([search]);
    expect(await lint()).not.toContain("L01");
  });

  test("checks what a toolset presets by the imported schema", async () => {
    const path = "flows/helper/1.0.0.yml";
    write(path, (files[path] ?? "").replace("linear_search]", "linear_search: { wrongly: 1 }]"));
    bring([search]);
    expect(await lint()).toContain("wrongly");
    bring([{ name: "linear_search", description: "Takes anything." }]);
    expect(await lint()).not.toContain("wrongly");
  });

  test("says what is wrong with an import", async () => {
    write("tools/broken.tools.json", "{");
    const { exit, stderr } = await runIn(folder, ["lint", "flows"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("error[TOOL_FILE_INVALID]: tools/broken.tools.json: this is no JSON");
  });
});
