import { describe, expect, test } from "vitest";
import { parseFlow } from "../load/parse-flow.ts";
import type { FlowKnowledge, KnownTool } from "./flow-knowledge.ts";
import { inspectFlow } from "./inspect-flow.ts";

const base = `version: v1
environment: ambient
flow: { entry_point: planner }
components:
  - name: planner
    type: AgentComponent
    prompt_id: plan
    toolset: [read_file]
    inputs: ["context:goal"]
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    inputs: [{ from: "context:planner.final_answer", as: file_path }]
routers:
  - { from: planner, to: step }
  - { from: step, to: end }
prompts:
  - prompt_id: plan
    name: plan
    unit_primitives: []
    prompt_template:
      system: "Plan."
      user: "{{ goal }}"
`;

const readFile: KnownTool = {
  name: "read_file",
  parameters: ["file_path", "offset", "limit"],
  required: ["file_path"],
  optionNames: ["file_path", "limit", "offset"],
  executable: true,
  olderForms: [],
};
const search: KnownTool = {
  name: "search",
  parameters: ["query", "api_url"],
  required: ["query", "api_url"],
  optionNames: ["api_url", "query"],
  executable: true,
  olderForms: [{ parameters: ["query", "id"], required: ["query", "id"] }],
};
const handover: KnownTool = {
  name: "handover_tool",
  parameters: ["summary"],
  required: ["summary"],
  optionNames: undefined,
  executable: false,
  olderForms: [],
};
const getPlan: KnownTool = {
  ...readFile,
  name: "get_plan",
  parameters: undefined,
  required: [],
  optionNames: ["args", "kwargs"],
};
const tools = new Map(
  [readFile, search, handover, getPlan].map((tool) => [tool.name, tool] as const),
);

const knowledge: FlowKnowledge = {
  tool: (name) => tools.get(name),
  toolNames: [...tools.keys()],
  prompt: (id, constraint) =>
    id === "shared"
      ? { found: true, version: "1.2.0", value: { roles: ["user"], variables: ["goal", "diff"] } }
      : { found: false, reason: constraint === "^1" ? "unknown" : "no_version", known: ["shared"] },
  responseSchema: (id) =>
    id === "triage"
      ? { found: true, version: "1.0.0", value: { title: "read_file", definition: {} } }
      : { found: false, reason: "unknown", known: ["triage"] },
  promptFile: (name) => (name === "common/rules.jinja" ? "{{ project_id }}" : undefined),
};

/** As `rule line:column-column pointer`. */
function found(text: string, known: FlowKnowledge = knowledge): readonly string[] {
  return inspectFlow(text, "f.yml", known).problems.map(({ rule, at, range: { start, end } }) => {
    expect(end.line).toBe(start.line);
    return `${rule} ${start.line}:${start.column}-${end.column} /${at.join("/")}`;
  });
}

function edited(...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new TypeError(from);
    return text.replace(from, to);
  }, base);
}

test("a flow that is right has no problems", () => {
  expect(found(base)).toEqual([]);
});

describe("what only those can judge who know more than the file", () => {
  test.each<[what: string, edit: [string, string], ...problems: string[]]>([
    [
      "an option that the tool does not have",
      ["[read_file]", "[{ read_file: { file: a, limit: 5, 1: x } }]"],
      "E56 8:30-34 /components/0/toolset/0/read_file/file",
      "E56 8:49-50 /components/0/toolset/0/read_file/1",
    ],
    [
      "an option that is nested",
      ["[read_file]", "[{ read_file: { file_path: { a: [1] }, limit: [[1]] } }]"],
      "E57 8:41-51 /components/0/toolset/0/read_file/file_path",
      "E57 8:60-65 /components/0/toolset/0/read_file/limit",
    ],
    [
      "options that are a list of names",
      ["[read_file]", "[{ read_file: [limit] }]"],
      "E58 8:28-35 /components/0/toolset/0/read_file",
    ],
    [
      "options that are a number",
      ["[read_file]", "[{ read_file: 5 }]"],
      "E58 8:28-29 /components/0/toolset/0/read_file",
    ],
    [
      "options that are a text",
      ["[read_file]", "[{ read_file: limit }]"],
      "E56 8:28-33 /components/0/toolset/0/read_file",
    ],
    [
      "the last options of a tool, which count",
      [
        "[read_file]",
        "[{ read_file: { a: 1 } }, { read_file: { limit: 1 } }, { read_file: null }]",
      ],
    ],
    ["options of an unknown tool", ["[read_file]", "[{ other: { a: 1 } }]"]],
    ["options of a tool that does nothing", ["[read_file]", "[{ handover_tool: { a: 1 } }]"]],
    [
      "options of a component whose type is unknown",
      [
        "AgentComponent\n    prompt_id: plan\n    toolset: [read_file]",
        "Agent\n    toolset: [{ read_file: 5 }]",
      ],
      "E53 6:11-16 /components/0/type",
      "E58 7:28-29 /components/0/toolset/0/read_file",
    ],
    [
      "a response schema that no registry has",
      ["toolset:", "response_schema_id: triag\n    response_schema_version: ^1.0.0\n    toolset:"],
      "E76 8:25-30 /components/0/response_schema_id",
    ],
    [
      "a response schema that is called like a tool",
      ["toolset:", "response_schema_id: triage\n    response_schema_version: ^1.0.0\n    toolset:"],
      "E77 8:25-31 /components/0/response_schema_id",
    ],
    [
      "a file that is not there",
      ["Plan.", "{% include 'common/none.jinja' %} {% include 'common/rules.jinja' %}"],
      "E79 22:28-45 /prompts/0/prompt_template/system",
    ],
    [
      "every file that is not there",
      ["Plan.", "{% include 'a.jinja' %}{% include 'b.jinja' %}"],
      "E79 22:28-35 /prompts/0/prompt_template/system",
      "E79 22:51-58 /prompts/0/prompt_template/system",
    ],
    [
      "a variable of a file",
      ["Plan.", "{% include 'common/rules.jinja' %}"],
      "E80 9:13-29 /components/0/inputs",
    ],
    [
      "variables of a prompt in the registry",
      ["prompt_id: plan\n    toolset", "prompt_id: shared\n    prompt_version: ^1\n    toolset"],
      "E80 10:13-29 /components/0/inputs",
    ],
    [
      "a prompt that no registry has",
      ["prompt_id: plan\n    toolset", "prompt_id: other\n    prompt_version: ^1\n    toolset"],
    ],
    [
      "an input that the prompt does not use",
      ['"context:goal"]', '"context:goal", { from: "context:x", as: zzz }]'],
      "E81 9:55-58 /components/0/inputs/1/as",
    ],
    [
      "an optional input that the prompt does not use",
      ['"context:goal"]', '"context:goal", { from: "context:x", as: zzz, optional: true }]'],
    ],
    [
      "a step that calls an unknown tool",
      ["tool_name: read_file", "tool_name: read_fil"],
      "E84 12:16-24 /components/1/tool_name",
    ],
    [
      "a step that calls a tool that does nothing",
      ["tool_name: read_file", "tool_name: handover_tool"],
      "E84 12:16-29 /components/1/tool_name",
    ],
    [
      "a step's toolset in which nothing can be run",
      ["tool_name: read_file", "tool_name: read_file\n    toolset: [other, handover_tool]"],
      "E84 13:14-36 /components/1/toolset",
    ],
    [
      "a step's toolset without its tool",
      ["tool_name: read_file", "tool_name: read_file\n    toolset: [search]"],
      "E85 13:14-22 /components/1/toolset",
    ],
    [
      "a step's unknown tool in a toolset that has another",
      ["tool_name: read_file", "tool_name: other\n    toolset: [other, search]"],
      "E85 12:16-21 /components/1/tool_name",
    ],
    [
      "an argument that is missing, and one too many",
      ["as: file_path", "as: filepath"],
      "E86 13:13-69 /components/1/inputs",
      "E87 13:58-66 /components/1/inputs/0/as",
    ],
    [
      "arguments of the older form of a tool",
      [
        'read_file\n    inputs: [{ from: "context:planner.final_answer", as: file_path }]',
        'search\n    inputs: ["context:query", "context:id"]',
      ],
    ],
    [
      "arguments of no form of a tool",
      [
        'read_file\n    inputs: [{ from: "context:planner.final_answer", as: file_path }]',
        'search\n    inputs: ["context:query", "context:api_url", "context:more"]',
      ],
      "E87 13:50-64 /components/1/inputs/2",
    ],
    ["arguments of a tool without a schema", ["tool_name: read_file", "tool_name: get_plan"]],
    [
      "an argument from a target that a step may not read",
      ['"context:planner.final_answer"', '"status"'],
      "E72 13:14-47 /components/1/inputs/0",
    ],
  ])("%s", (_, edit, ...problems) => {
    const text = edited(edit);
    expect(found(text)).toEqual(problems);
    // Without the knowledge nothing of it is judged, but for what the file alone says.
    const fromFile = found(text, {}).map((problem) => problem.split(" ", 1).join(""));
    expect(fromFile.filter((rule) => !["E53", "E72", "E81", "E85"].includes(rule))).toEqual([]);
  });
});

test.each<[what: string, edit: [string, string], ...problems: string[]]>([
  [
    "a step's tool that is a number",
    ["tool_name: read_file", "tool_name: 5"],
    "E84 12:16-17 /components/1/tool_name",
  ],
  [
    "a step's tool that is a list",
    ["tool_name: read_file", "tool_name: [read_file]"],
    "E61 12:16-27 /components/1/tool_name",
  ],
  [
    "a field of the service's own",
    ["toolset:", "internal_event_client: null\n    toolset:"],
    "E61 8:5-26 /components/0/internal_event_client",
  ],
  [
    "a model's settings that are null",
    ["    unit_primitives: []", "    unit_primitives: []\n    model: { params: null }"],
    "E26 21:22-26 /prompts/0/model/params",
  ],
  [
    "settings of a provider of the wrong type",
    [
      "    unit_primitives: []",
      "    unit_primitives: []\n    model: { provider_params: { openai: { verbosity: 5, reasoning: { effort: 1.5 } } } }",
    ],
    "E26 21:54-55 /prompts/0/model/provider_params/openai/verbosity",
    "E26 21:78-81 /prompts/0/model/provider_params/openai/reasoning/effort",
  ],
  [
    "an operation that is null",
    ["    unit_primitives: []", "    unit_primitives: []\n    operation_type: null"],
    "E22 21:21-25 /prompts/0/operation_type",
  ],
  [
    "every unsafe part of a prompt",
    ["Plan.", "<goal> <!-- <system> -->"],
    "E30 22:16-22 /prompts/0/prompt_template/system",
    "E30 22:23-27 /prompts/0/prompt_template/system",
    "E30 22:28-36 /prompts/0/prompt_template/system",
  ],
  [
    "an unknown unit primitive",
    ["unit_primitives: []", "unit_primitives: [duo_chat, duo_caht]"],
    "E23 20:33-41 /prompts/0/unit_primitives/1",
  ],
  [
    "a template that is no text, and not what it would have used",
    ['user: "{{ goal }}"', "user: 5"],
    "E24 23:13-14 /prompts/0/prompt_template/user",
  ],
  [
    "names that a component without one may have",
    ["name: planner\n", "nam: planner\n"],
    "E51 5:5-17 /components/0",
  ],
  [
    "more unknown names than there are components without one",
    ["name: planner\n", "nam: planner\n    subagents: [{ name: other }]\n"],
    "E111 3:22-29 /flow/entry_point",
    "E51 5:5-17 /components/0",
    "E90 6:25-30 /components/0/subagents/0/name",
    "E101 16:13-20 /routers/0/from",
  ],
])("%s", (_, edit, ...problems) => {
  expect(found(edited(edit))).toEqual(problems);
});

test("a loader of flows does not mind what only the service's validator minds", () => {
  const unused = edited(['"context:goal"]', '"context:goal", "context:more"]']);
  expect(found(unused, {})).toEqual(["E81 9:30-44 /components/0/inputs/1"]);
  expect(() => parseFlow(unused, "f.yml")).not.toThrow();
  const experimental = edited(["version: v1", "version: experimental"]);
  expect(found(experimental, {})).toEqual(["E07 1:10-22 /version"]);
  expect(() => parseFlow(experimental, "f.yml")).not.toThrow();
});

describe("experimental flows", () => {
  const experimental = (...edits: readonly (readonly [string, string])[]): readonly string[] => {
    const all = found(edited(["version: v1", "version: experimental"], ...edits));
    expect(all[0]).toBe("E07 1:10-22 /version");
    return all.slice(1);
  };

  test.each<[what: string, edit: [string, string], ...problems: string[]]>([
    ["any environment", ["environment: ambient", "environment: remote"]],
    ["variables that no input gives", ["{{ goal }}", "{{ goal }} {{ more }}"]],
    ["inputs that nothing uses", ["{{ goal }}", "Help."]],
    ["model tags of any kind", ["toolset:", "model_tags: 5\n    toolset:"]],
    ["a search of the web", ["toolset:", "enable_web_search: yes\n    toolset:"]],
    [
      "a search of the web that is no flag",
      ["toolset:", "enable_web_search: often\n    toolset:"],
      "E61 8:24-29 /components/0/enable_web_search",
    ],
    [
      "cycles as a mapping",
      ["toolset:", "max_cycles: { threshold: 5 }\n    toolset:"],
      "E61 8:17-33 /components/0/max_cycles",
    ],
    [
      "a condition's input as a mapping",
      ["to: step }", "condition: { input: { from: status }, routes: { a: step } } }"],
      "E107 15:42-58 /routers/0/condition/input",
    ],
    ["an abort", ["to: end", "to: abort"], "E103 16:23-28 /routers/1/to"],
    ["an unsafe prompt", ["Plan.", "<goal>"], "E30 22:16-22 /prompts/0/prompt_template/system"],
    [
      "a wrong argument",
      ["as: file_path", "as: path"],
      "E86 13:13-65 /components/1/inputs",
      "E87 13:58-62 /components/1/inputs/0/as",
    ],
  ])("%s", (_, edit, ...problems) => {
    expect(experimental(edit)).toEqual(problems);
  });
});

describe("a date", () => {
  test.each<[what: string, edit: [string, string], ...problems: string[]]>([
    ["where nobody looks", ["version: v1", "version: v1\nupdated: 2026-01-01"]],
    ["as a value that a tool gets", ["[read_file]", "[{ read_file: { limit: 2026-01-01 } }]"]],
    ["as a text", ["version: v1", "version: v1\nname: 2026-01-01"], "E13 2:7-17 /name"],
    ["as a version", ["version: v1", "version: 2026-01-01"], "E05 1:10-20 /version"],
    [
      "as a number",
      ["name: plan\n", "name: plan\n    params: { timeout: 2026-01-01 }\n"],
      "E25 20:24-34 /prompts/0/params/timeout",
    ],
    [
      "that does not exist",
      ["version: v1", "version: v1\nupdated: 2026-02-31"],
      "E01 2:10-20 /updated",
    ],
  ])("%s", (_, edit, ...problems) => {
    expect(found(edited(edit))).toEqual(problems);
  });
});

test.each([
  ["    name: plan\n    unit_primitives: []\n", "", "GitLab's guide prints prompts without it"],
  ["environment: ambient", "environment: web", `GitLab's guide prints "web"`],
])("what GitLab's guide prints and its validator refuses is named: %j", (from, to, hint) => {
  const { problems } = inspectFlow(edited([from, to]), "f.yml", knowledge);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.map((problem) => problem.hint).filter((each) => !each?.includes(hint))).toEqual(
    [],
  );
});
