import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import { readServiceYaml } from "../../yaml/index.ts";
import { inspectFlow } from "../inspect/index.ts";
import { flowExperimentalSchema, flowV1Schema } from "./index.ts";

const tools = [
  { name: "read_file", summary: "Reads a file.", optionNames: ["file_path", "offset"] },
  { name: "handover_tool", summary: "Does nothing.", optionNames: undefined },
];
const ajv = new Ajv({ strict: true });
const v1 = ajv.compile(flowV1Schema(tools));
const experimental = ajv.compile(flowExperimentalSchema(tools));

function read(yaml: string): JsonValue {
  const { value, problems } = readServiceYaml(yaml, "f.yml");
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return toJson(value ?? null);
}

const built = read(`
version: v1
environment: ambient
flow: { entry_point: agent, inputs: [{ category: pipeline, input_schema: { url: { type: string } } }] }
components:
  - { name: agent, type: AgentComponent, prompt_id: p, toolset: [read_file], inputs: ["context:goal"], response_schema_id: answer }
  - { name: once, type: OneOffComponent, prompt_id: p, toolset: [read_file] }
  - { name: step, type: DeterministicStepComponent, tool_name: read_file, inputs: ["context:goal"] }
  - { name: gate, type: HumanInputComponent, sends_response_to: agent, message_template: Fine, ui_log_events: [on_user_response, on_user_input_prompt] }
  - { name: head, type: AgentComponent, prompt_id: p, toolset: [], subagents: [{ name: agent }] }
routers:
  - { from: agent, to: once }
  - { from: once, condition: { input: "context:once.execution_result", routes: { success: step, default_route: end } } }
prompts:
  - { prompt_id: p, name: p, unit_primitives: [], prompt_template: { system: Help., user: "{{ goal }}" }, params: {}, model: { params: {}, provider_params: { openai: { verbosity: low } } } }
response_schemas:
  - { schema_id: answer, definition: { type: object, properties: { a: { type: string } } } }
`);
const partial = read(`
version: v1
environment: chat-partial
components: [{ type: AgentComponent, toolset: [read_file], prompt_version: ^1.0.0 }]
`);

/** The flow with another value in one place; undefined takes the place away. */
function changed(flow: JsonValue, path: string, value: JsonValue | undefined): JsonValue {
  const [key = "", ...rest] = path.split(".");
  if (path === "") return value ?? null;
  if (Array.isArray(flow)) {
    return flow.map((item, index) => {
      return index === Number(key) ? changed(item, rest.join("."), value) : item;
    });
  }
  const { [key]: old, ...others } = isJsonObject(flow) ? flow : {};
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [key]: changed(old ?? null, rest.join("."), value) };
}

const agent = "components.0";
const once = "components.1";
const step = "components.2";
const gate = "components.3";
const head = "components.4";
const prompt = "prompts.0";
const definition = "response_schemas.0.definition";

type Row = readonly [path: string, accepted: readonly Given[], refused: readonly Given[]];
type Given = JsonValue | undefined;

const rows: readonly Row[] = [
  ["", [], [null, [], "v1", {}]],
  ["version", [], ["experimental", "v2", 1, null, undefined]],
  ["environment", ["ambient", "chat"], ["web", "Ambient", null, "", undefined]],
  ["name", ["x", null, undefined], [1, []]],
  ["resolved_version", ["1.0.0"], [1]],
  ["anything", [1, null], []],
  ["flow", [], [null, [], undefined]],
  ["flow.entry_point", ["", "end"], [null, 1, undefined]],
  ["flow.anything", [1], []],
  ["flow.inputs", [null, [], undefined], [{}, [null], [{ category: "a" }]]],
  ["flow.inputs.0.category", [""], [null, 1, undefined]],
  ["flow.inputs.0.version_constraint", ["^1.0.0", "?", null], [1, []]],
  ["flow.inputs.0.input_schema", [{}], [null, [], undefined, { a: "string" }, { a: {} }]],
  ["flow.inputs.0.input_schema.url.type", ["", "file"], [null, ["string", "null"], true]],
  ["flow.inputs.0.input_schema.url.format", ["uri", "?", null], [1]],
  ["flow.inputs.0.input_schema.url.optional", [true, "TRUE", "t", 0, null], ["enabled", 2, []]],
  ["components", [[]], [null, {}, [null], ["a"], [{}], undefined]],
  ["routers", [[]], [null, {}, [null], undefined]],
  ["prompts", [null, [], undefined], [{}, ["p"]]],
  ["response_schemas.0.anything", [undefined], [1]],
  ["response_schemas.0.definition", ['{"type":"object"}'], [null, [], "[]", "object", undefined]],
  [`${agent}.name`, ["a.b", ""], ["end", "abort", null, 1, undefined]],
  [`${agent}.type`, [], ["agent", "agentComponent", null, [], undefined]],
  [`${agent}.anything`, [1], []],
  [`${agent}.prompt_id`, ["x"], [null, 1, undefined]],
  [`${agent}.prompt_version`, ["^1", "?", "", null], [1.5, []]],
  [`${agent}.toolset`, [[], [null, 1, "x"], "read_file", { read_file: 1 }], [null, 1, undefined]],
  [
    `${agent}.toolset.0`,
    [{ read_file: { offset: 1, file_path: null } }, { read_file: null, other: { a: [[]] } }],
    [
      { read_file: { line: 1 } },
      { read_file: { offset: [[1]] } },
      { read_file: ["offset"] },
      { read_file: 1 },
    ],
  ],
  [`${agent}.toolset.0`, [{ handover_tool: { a: [[]] } }, { read_file: { offset: [1] } }], []],
  [`${agent}.inputs`, [[], "", { "context:goal": 1 }, undefined], [null, "context:goal", { a: 1 }]],
  [
    `${agent}.inputs.0`,
    ["context", "context:", "status", "ui_chat_log", "agent_context_limits:a", "context:a:b..c"],
    ["goal", "", " context", "Context:a", "status:a", "context\n", null, 1, []],
  ],
  [
    `${agent}.inputs.0`,
    [
      { from: "context:a", as: null, optional: "no" },
      { from: "yes", as: "a", literal: true },
    ],
    [{}, { from: "a" }, { from: 1 }, { from: "context:a", as: 1 }, { from: "status:a" }],
  ],
  [
    `${agent}.inputs.0`,
    [
      { from: "context:a", literal: false },
      { from: "context:a", literal: null },
    ],
    [
      { from: "a", literal: 1 },
      { from: "a", literal: "Yes", as: " " },
      { from: "a", literal: 2 },
    ],
  ],
  [`${agent}.max_cycles`, [1, 1.0, "5", " 5.0 ", true, "1_000"], [0, 1.5, "0", "-1", false, null]],
  [`${agent}.max_cycles`, [{ threshold: 1 }, { threshold: 5, a: 1 }], [{}, { threshold: 0 }]],
  [
    `${agent}.max_cycles`,
    [{ threshold: 5, iteration_warning_offset: null }],
    [{ threshold: 5, iteration_warning_offset: -1 }],
  ],
  [`${agent}.max_wrap_up_retries`, [1], [0, null]],
  [`${agent}.compaction`, [true, "off", {}, { a: 1 }], [null, 5, { type: "other" }]],
  [`${agent}.compaction.trim_threshold`, [1, 0.5, "0.5"], [0, 1.1, "half"]],
  [`${agent}.compaction.max_recent_messages`, [1], [0, 1.5]],
  [`${agent}.require_tool_approval`, [true, "Y", 1], [2, null, "maybe"]],
  [`${agent}.pre_approved_tools`, [[], ["x"]], [null, [1], "x"]],
  [`${agent}.model_tags`, ["a", ["a"], null], [1, [1]]],
  [`${agent}.model_size_preference`, ["a", null], [[]]],
  [`${agent}.description`, ["a", null], [1]],
  [`${agent}.ui_role_as`, ["agent", "tool"], ["user", null]],
  [`${agent}.ui_log_events`, [[], ["on_agent_reasoning"]], [null, ["on_delegation"], "x", [1]]],
  [`${agent}.response_schema_id`, ["x", "", null], [1]],
  [`${agent}.response_schema_tracking`, [true, false], [null, "maybe"]],
  [`${agent}.response_schema_tracking_context`, [{ a: "context:a" }, {}], [null, { a: 1 }]],
  [`${agent}.subagents`, [[], null, false, ""], ["x", [null], [{}], ["a"], { name: "a" }]],
  [`${agent}.max_delegations`, [0, "x"], []],
  [`${agent}.tool_name`, [1], []],
  [`${head}.ui_role_as`, ["user"], [1]],
  [`${head}.ui_log_events`, [["on_delegation"]], [["on_tool_call_input"]]],
  [`${head}.max_delegations`, [1, null], [0, "x"]],
  [`${head}.subagent_components`, [], [null, []]],
  [`${head}.description`, [1], []],
  [`${head}.subagents`, [], [[{ name: "a" }, { name: "a" }]]],
  [`${once}.inputs`, [null, [], ["conversation_history:a"]], [["status"], ["ui_chat_log"]]],
  [`${once}.prompt_id`, [], [null, undefined]],
  [`${once}.toolset`, [[]], [null, undefined]],
  [`${once}.max_correction_attempts`, [-1, "3"], [null, 1.5]],
  [`${once}.max_cycles`, ["x"], []],
  [`${once}.ui_log_events`, [["on_tool_call_input"]], [["on_tool_approval_request"]]],
  [`${once}.subagents`, [[]], [[1]]],
  [`${step}.tool_name`, ["x"], ["", null, 1, undefined]],
  [`${step}.toolset`, [["read_file"], { read_file: null }, undefined], [[], null, {}, "x"]],
  [`${step}.inputs.0`, ["context"], ["status", { from: "ui_chat_log" }]],
  [`${step}.ui_role_as`, ["tool"], ["agent"]],
  [`${step}.prompt_id`, [1], []],
  [`${gate}.sends_response_to`, [""], [null, 1, undefined]],
  [`${gate}.message_template`, ["", "{{"], [null, undefined]],
  [`${gate}.interaction_type`, ["input"], ["Input", null]],
  [`${gate}.ui_log_events`, [undefined], [[], null, ["on_user_response"]]],
  [`${gate}.toolset`, [[]], [null]],
  ["routers.0.from", ["x"], ["end", "abort", null, ["a"], undefined]],
  ["routers.0.to", ["end"], [null, ["a"], undefined]],
  ["routers.1.to", [null, 1], []],
  ["routers.1.condition", [], [null, {}, "status", []]],
  ["routers.1.condition.input", ["status", "context", "status:"], ["ui_chat_log", "a", null, []]],
  [
    "routers.1.condition.input",
    [
      { from: "context:a", optional: true },
      { from: "status", as: "a", literal: true },
    ],
    [{ from: "conversation_history" }, { from: "context:a", as: "a", literal: true }, {}],
  ],
  ["routers.1.condition.routes", [{}], [null, [], "x", { a: null }, { a: 1 }, undefined]],
  [`${prompt}.anything`, [], [1]],
  [`${prompt}.prompt_id`, [""], [null, undefined]],
  [`${prompt}.name`, [""], [null, undefined]],
  [`${prompt}.unit_primitives`, [["duo_chat"]], [null, "duo_chat", ["x"], undefined]],
  [`${prompt}.operation_type`, ["standard", null], ["other"]],
  [`${prompt}.prompt_template`, [{}, { any: ["a"] }], [null, "x", { a: null }, { a: [1] }]],
  [
    `${prompt}.prompt_template.user`,
    ["<system_prompt>", '{"a": "<goal>"}', "-->", "<goal id=1>"],
    ["< / GOAL >", "x <!-- y", "{{ a }}\n<system>", ["a", "<truncation_notice>"]],
  ],
  [`${prompt}.prompt_template.other`, ["<goal>"], []],
  [`${prompt}.params`, [null, { stop: ["a"], timeout: "3.5" }], [{ a: 1 }, [], { stop: "a" }]],
  [`${prompt}.model`, [null, {}], [[], { a: 1 }]],
  [`${prompt}.model.params`, [{ top_k: "5", temperature: 0.5 }], [{ a: 1 }, { top_k: 0.5 }]],
  [
    `${prompt}.model.provider_params`,
    [null, { openai: { reasoning: { effort: 5 } } }],
    [{}, { openai: null }, { openai: {} }, { openai: { reasoning: {} } }, { other: {} }],
  ],
  [`${definition}.type`, [], ["array", ["object"], undefined]],
  [`${definition}.title`, ["a b"], [1]],
  [`${definition}.properties`, [{}, { model_x: {} }], [[], { _a: {} }, { model_config: {} }]],
  [
    `${definition}.properties.a`,
    [{}, { type: "null" }, { enum: [1, null] }, { const: 1, enum: [] }, { anyOf: [] }],
    [true, { type: "text" }, { type: ["string", "null"] }, { enum: [] }, null],
  ],
  [
    `${definition}.properties.a`,
    [
      { type: "object", properties: { b: {} } },
      { type: "string", properties: { _b: {} } },
    ],
    [
      { type: "object", properties: { _b: {} } },
      { type: "array", items: [{}] },
    ],
  ],
  [
    `${definition}.properties.a`,
    [
      { type: "integer", multipleOf: 2 },
      { type: "number", multipleOf: 0.5 },
    ],
    [
      { type: "integer", multipleOf: 0.5 },
      { type: "string", minLength: -1 },
    ],
  ],
];

const partialRows: readonly Row[] = [
  ["flow", [null, {}, { entry_point: null }, undefined], [[], { entry_point: 1 }, { inputs: {} }]],
  ["routers", [null, [], [{}]], [{}, [null]]],
  ["components", [], [[], null, [{}], [{ type: "AgentComponent", toolset: [] }, {}]]],
  [`${agent}.type`, [], ["OneOffComponent", undefined]],
  [`${agent}.toolset`, [[], null, 1], [undefined]],
  [`${agent}.name`, ["end", 1, null], []],
  [`${agent}.max_cycles`, ["x"], []],
  ["prompts", [[], null], [[{}], {}]],
  ["response_schemas", [[{ schema_id: "a", definition: {} }]], [[{ schema_id: "a" }]]],
];

const experimentalRows: readonly Row[] = [
  ["version", [], ["v1"]],
  ["environment", ["ide", "web", "chat"], ["", null, 1]],
  [`${agent}.name`, ["abort"], ["end"]],
  [`${agent}.max_cycles`, [5], [{ threshold: 5 }, 0]],
  [`${agent}.enable_web_search`, [true], ["maybe"]],
  [`${agent}.model_tags`, [1], []],
  ["routers.1.condition.input", ["status"], [{ from: "status" }]],
  [`${gate}.ui_log_events`, [undefined], [["on_user_response"]]],
];

/** What is refused and should not be, and what is accepted and should not be. */
function mistakes(flow: JsonValue, [path, accepted, refused]: Row, validate: typeof v1): Given[] {
  const verdict = (value: Given): boolean => validate(changed(flow, path, value));
  return [...accepted.filter((value) => !verdict(value)), ...refused.filter(verdict)];
}

describe("v1", () => {
  test.each(rows)("%s may be %j, not %j", (...row) => {
    expect(mistakes(built, row, v1)).toEqual([]);
  });

  test("a flow, and the same without what may be left out", () => {
    expect(v1(built), JSON.stringify(v1.errors)).toBe(true);
    expect(v1(changed(built, "prompts", undefined))).toBe(true);
  });

  test("a chat may leave out the prompt's event, and not the answer's", () => {
    const chat = changed(built, "environment", "chat");
    expect(v1(changed(chat, `${gate}.ui_log_events`, ["on_user_response"]))).toBe(true);
    expect(v1(changed(chat, `${gate}.ui_log_events`, ["on_user_input_prompt"]))).toBe(false);
  });

  test("a response schema has an id, and without own ones a version", () => {
    const without = changed(built, "response_schemas", null);
    expect(v1(without)).toBe(false);
    expect(v1(changed(without, `${agent}.response_schema_version`, "^1.0.0"))).toBe(true);
    expect(v1(changed(without, `${agent}.response_schema_id`, undefined))).toBe(true);
    const nameless = changed(built, `${agent}.response_schema_id`, null);
    expect(v1(changed(nameless, `${agent}.response_schema_version`, ""))).toBe(true);
    expect(v1(changed(nameless, `${agent}.response_schema_version`, "1"))).toBe(false);
    expect(v1(changed(nameless, `${agent}.response_schema_tracking`, true))).toBe(false);
  });
});

describe("chat-partial", () => {
  test.each(partialRows)("%s may be %j, not %j", (...row) => {
    expect(mistakes(partial, row, v1)).toEqual([]);
  });

  test("a prompt of the file, or one of the registry", () => {
    const own = changed(partial, "prompts", isJsonObject(built) ? built["prompts"] : null);
    expect(v1(partial)).toBe(true);
    expect(v1(own)).toBe(false);
    expect(v1(changed(own, `${agent}.prompt_version`, ""))).toBe(true);
    expect(v1(changed(own, `${agent}.prompt_version`, undefined))).toBe(true);
  });
});

test.each(experimentalRows)("experimental: %s may be %j, not %j", (...row) => {
  const flow = changed(built, "version", "experimental");
  expect(mistakes(flow, row, experimental)).toEqual([]);
});

test("an experimental flow, and one for a chat", () => {
  expect(experimental(changed(built, "version", "experimental"))).toBe(true);
  expect(experimental(changed(partial, "version", "experimental"))).toBe(true);
  expect(experimental(built)).toBe(false);
});

const anything = [null, "x", ["x"]];

test("whatever is refused in one place of a flow, the linter refuses too", () => {
  const refused = [built, partial].flatMap((flow) => {
    return placesOf(flow).flatMap((path) => {
      return [undefined, ...anything].flatMap((value) => {
        const other = changed(flow, path, value);
        return v1(other) ? [] : [{ path, value, text: JSON.stringify(other) }];
      });
    });
  });
  expect(refused.length).toBeGreaterThan(200);
  const alone = refused.filter(({ text }) => inspectFlow(text, "f.yml").problems.length === 0);
  expect(alone.map(({ path, value }) => [path, value])).toEqual([]);
});

/** The paths to all parts of a value, itself included. */
function placesOf(value: JsonValue, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, item]) => {
    return placesOf(item, path === "" ? key : `${path}.${key}`);
  });
  return [path, ...below];
}

test("the flows that come with the project", () => {
  const files = readdirSync("flows", { recursive: true, encoding: "utf8" });
  const flows = files.filter((file) => /\/[^/]+\.yml$/.test(file));
  expect(flows.length).toBeGreaterThan(0);
  expect(flows.filter((file) => !v1(read(readFileSync(join("flows", file), "utf8"))))).toEqual([]);
});

test("every part of the schema is reached from its root", () => {
  const { $defs: parts, ...root } = flowV1Schema(tools);
  const definitions = isJsonObject(parts) ? parts : {};
  const reached = new Set<string>();
  const waiting = referencesOf(root);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...referencesOf(definitions[name] ?? {}));
  }
  expect(Object.keys(definitions).filter((name) => !reached.has(name))).toEqual([]);
});

function referencesOf(schema: JsonValue): string[] {
  return [...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map(([, name]) => name ?? "");
}
