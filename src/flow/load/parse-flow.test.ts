import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";
import type { Flow } from "../model/index.ts";
import { parseFlow } from "./parse-flow.ts";

const base = `version: v1
environment: ambient
flow:
  entry_point: planner
components:
  - name: planner
    type: AgentComponent
    prompt_id: plan
    toolset: [read_file]
    inputs: [context:goal]
  - name: step
    type: DeterministicStepComponent
    tool_name: get_issue
    inputs:
      - { from: context:goal, as: url }
routers:
  - { from: planner, to: step }
  - from: step
    condition:
      input: context:step.execution_result
      routes: { success: end, default_route: abort }
prompts:
  - prompt_id: plan
    name: Plan
    unit_primitives: [duo_agent_platform]
    prompt_template:
      system: Plan.
      user: "{{ goal }}"
`;

const partial = `version: v1
environment: chat-partial
components:
  - name: pirate
    type: AgentComponent
    prompt_id: pirate
    toolset: []
prompts:
  - prompt_id: pirate
    name: Pirate
    unit_primitives: []
    prompt_template: { system: Arr }
`;

const supervised = `version: v1
environment: ambient
flow: { entry_point: boss }
components:
  - { name: boss, type: AgentComponent, prompt_id: b, toolset: [], subagents: [{ name: worker }] }
  - { name: worker, type: AgentComponent, prompt_id: w, toolset: [], description: Works }
routers: [{ from: boss, to: end }]
`;

function errorsOf(text: string): readonly AppError[] {
  try {
    parseFlow(text, "f.yml");
    return [];
  } catch (error) {
    if (error instanceof AppErrors) return error.errors;
    if (error instanceof AppError) return [error];
    throw error;
  }
}

/** `CODE line:column message (hint)` of every error. */
function shown(text: string): string[] {
  return errorsOf(text).map(({ code, message, hint, place }) => {
    const where = place === undefined ? "" : formatPlace(place).replace("f.yml:", "");
    return `${code} ${where} ${message}${hint === undefined ? "" : ` (${hint})`}`;
  });
}

function edited(text: string, edit: Edit): string {
  const [from, to] = edit;
  if (!text.includes(from)) throw new Error(`the base has no ${from}`);
  return text.replace(from, () => to);
}

type Edit = readonly [from: string, to: string];

function parsed(text: string): Flow {
  return parseFlow(text, "f.yml");
}

describe("a flow that is right", () => {
  test.each([
    ["ambient", base],
    ["chat", base.replace("ambient", "chat")],
    [
      "experimental, in any environment",
      base.replace("v1", "experimental").replace("ambient", "ide").replace("abort", "end"),
    ],
    ["chat-partial without flow and routers", partial],
    ["chat-partial with null for them", `${partial}flow:\nrouters: ~\n`],
    [
      "of no component",
      "version: v1\nenvironment: chat\nflow: { entry_point: abort }\ncomponents: []\nrouters: []\n",
    ],
    ["of a supervisor before its subagent", supervised],
    ["with keys nobody knows", `${base}later: 1\n`],
    ["with Windows line ends", base.replaceAll("\n", "\r\n")],
  ])("%s", (_, text) => {
    expect(shown(text)).toEqual([]);
  });

  test("is read whole", () => {
    const flow = parsed(base);
    expect(flow.file).toBe("f.yml");
    expect(flow.entryPoint).toBe("planner");
    expect(flow.components.map(({ name, type }) => [name, type])).toEqual([
      ["planner", "AgentComponent"],
      ["step", "DeterministicStepComponent"],
    ]);
    expect(flow.components[1]?.inputs).toMatchObject([
      { target: "context", path: ["goal"], variable: "url", optional: false, form: "mapping" },
    ]);
    expect(flow.components[1]?.toolset).toMatchObject([{ tool: "get_issue" }]);
    expect(flow.routers).toMatchObject([
      { type: "simple", from: "planner", to: "step" },
      {
        type: "conditional",
        from: "step",
        input: { target: "context", path: ["step", "execution_result"] },
        routes: [
          { key: "success", matches: true, to: "end" },
          { key: "default_route", matches: true, to: "abort" },
        ],
      },
    ]);
    expect(flow.prompts[0]?.entries).toMatchObject([
      { role: "system", texts: ["Plan."], isList: false },
      { role: "user", texts: ["{{ goal }}"] },
    ]);
  });

  test("knows where its parts stand", () => {
    const flow = parsed(base);
    const [planner, step] = flow.components;
    expect(planner?.range.start).toEqual({ line: 6, column: 5 });
    expect(step?.at).toEqual(["components", 1]);
    expect(step?.inputs[0]?.range.start).toEqual({ line: 15, column: 9 });
    expect(flow.rangeOf(["routers", 0, "to"])?.start).toEqual({ line: 17, column: 26 });
    expect(flow.rangeOf(["routers", 0, "nowhere"])).toBeUndefined();
  });
});

const wrong: [name: string, edit: Edit, ...errors: string[]][] = [
  [
    "a root key that is no text",
    ["environment", "1: x\nenvironment"],
    `FLOW_SHAPE_INVALID 2:1 the key "1" is not a text but int (put it in quotes)`,
  ],
  [
    "no version",
    ["version: v1\n", ""],
    `FLOW_VERSION_INVALID 1:1 the flow has no "version" (write "version: v1")`,
  ],
  [
    "an unknown version",
    ["v1", "v2"],
    `FLOW_VERSION_INVALID 1:10 unknown flow version "v2" (write "version: v1")`,
  ],
  [
    "a version that is a number",
    ["v1", "1"],
    `FLOW_VERSION_INVALID 1:10 unknown flow version 1 (write "version: v1")`,
  ],
  [
    "no environment",
    ["environment: ambient\n", ""],
    `FLOW_ENVIRONMENT_INVALID 1:1 the flow has no "environment" (add "environment", one of: ambient, chat, chat-partial)`,
  ],
  [
    "an unknown environment",
    ["ambient", "chat_partial"],
    `FLOW_ENVIRONMENT_INVALID 2:14 unknown environment "chat_partial" (did you mean "chat-partial"?)`,
  ],
  [
    "a name that is a number",
    ["flow:", "name: 5\nflow:"],
    `FLOW_SHAPE_INVALID 3:7 "name" of the flow must be a text, not 5 (put it in quotes)`,
  ],
  [
    "no routers",
    ["routers:", "router:"],
    `FLOW_SHAPE_INVALID 1:1 the flow has no "routers" (is "router" meant to be "routers"?)`,
  ],
  [
    "prompts as a mapping",
    ["prompts:\n  - prompt_id", "prompts:\n    prompt_id"],
    `FLOW_SHAPE_INVALID 23:5 "prompts" of the flow must be a list, not a mapping`,
  ],
  [
    "no entry point",
    ["entry_point: planner", "inputs: []"],
    `FLOW_ENTRY_POINT_INVALID 4:3 the flow has no "entry_point" (name the component that the flow begins with, as in "entry_point: planner")`,
  ],
  [
    "an entry point that is a list",
    ["entry_point: planner", "entry_point: [planner]"],
    `FLOW_ENTRY_POINT_INVALID 4:16 "entry_point" of the flow must be a text, not a list`,
  ],
  [
    "an unknown entry point",
    ["entry_point: planner", "entry_point: planer"],
    `FLOW_ENTRY_POINT_INVALID 4:16 the entry point is "planer", which is no component (did you mean "planner"?)`,
  ],
  [
    "a context category without a schema",
    ["entry_point: planner", "entry_point: planner\n  inputs: [{ category: c }]"],
    `FLOW_CONTEXT_INVALID 5:12 context category "c" has no "input_schema" (add "input_schema")`,
  ],
  [
    "a context field without a type",
    [
      "entry_point: planner",
      "entry_point: planner\n  inputs: [{ category: c, input_schema: { u: { optional: maybe } } }]",
    ],
    `FLOW_CONTEXT_INVALID 5:46 field "u" of context category "c" has no "type" (add "type")`,
    `FLOW_CONTEXT_INVALID 5:58 "optional" of field "u" of context category "c" must be true or false, not the text "maybe"`,
  ],
  [
    "no name",
    ["name: planner\n    type", "nam: planner\n    type"],
    `FLOW_COMPONENT_INVALID 6:5 component 1 has no "name" (is "nam" meant to be "name"?)`,
  ],
  [
    "no type",
    ["    type: AgentComponent\n", ""],
    `FLOW_COMPONENT_INVALID 6:5 component "planner" has no "type" (add "type", one of: AgentComponent, OneOffComponent, DeterministicStepComponent, HumanInputComponent)`,
  ],
  [
    "an unknown type",
    ["AgentComponent", "agentcomponent"],
    `FLOW_COMPONENT_INVALID 7:11 component "planner" has the unknown type "agentcomponent" (did you mean "AgentComponent"?)`,
  ],
  [
    "the name of a built-in",
    ["name: step", "name: end"],
    `FLOW_COMPONENT_INVALID 11:11 a component cannot be named "end", which every flow has (call it something else)`,
    `FLOW_ROUTER_INVALID 17:26 the router from "planner" goes to "step", which is no component (one of: planner, end, abort)`,
    `FLOW_ROUTER_INVALID 18:11 a router starts from "step", which is no component (one of: planner)`,
  ],
  [
    "a name that is taken",
    ["name: step", "name: planner"],
    `FLOW_COMPONENT_INVALID 11:11 there is already a component "planner" (the other one begins on line 6)`,
    `FLOW_ROUTER_INVALID 17:26 the router from "planner" goes to "step", which is no component (one of: planner, end, abort)`,
    `FLOW_ROUTER_INVALID 18:11 a router starts from "step", which is no component (one of: planner)`,
  ],
  [
    "a name with a colon",
    ["name: step\n    type", "name: a:b\n    type"],
    `FLOW_ROUTER_INVALID 17:26 the router from "planner" goes to "step", which is no component (one of: planner, a:b, end, abort)`,
    `FLOW_ROUTER_INVALID 18:11 a router starts from "step", which is no component (one of: planner, a:b)`,
  ],
  [
    "toolset: null",
    ["toolset: [read_file]", "toolset: ~"],
    `FLOW_TOOLSET_INVALID 9:14 "toolset" of component "planner" must be a list, not null (write "toolset: []" for none)`,
  ],
  [
    "no toolset",
    ["    toolset: [read_file]\n", ""],
    `FLOW_COMPONENT_INVALID 6:5 component "planner" has no "toolset" (add "toolset")`,
  ],
  [
    "a key that is no text",
    ["toolset: [read_file]", "toolset: [read_file]\n    on: x"],
    `FLOW_COMPONENT_INVALID 10:5 the key "True" of component "planner" is not a text but bool (put it in quotes)`,
  ],
  [
    "a prompt version that is a number",
    ["prompt_id: plan\n    toolset", "prompt_id: plan\n    prompt_version: 1.0\n    toolset"],
    `FLOW_COMPONENT_INVALID 9:21 "prompt_version" of component "planner" must be a text, not 1.0 (put it in quotes)`,
  ],
  [
    "an unknown event",
    ["toolset: [read_file]", "toolset: []\n    ui_log_events: [on_agent_final_answr]"],
    `FLOW_COMPONENT_INVALID 10:21 item 1 of "ui_log_events" of component "planner" must be one of on_agent_final_answer, on_agent_reasoning, on_tool_execution_success, on_tool_execution_failed, on_tool_approval_request, not the text "on_agent_final_answr" (did you mean "on_agent_final_answer"?)`,
  ],
  [
    "a flag that is null",
    ["toolset: [read_file]", "toolset: []\n    require_tool_approval: ~"],
    `FLOW_COMPONENT_INVALID 10:28 "require_tool_approval" of component "planner" must be true or false, not null (write a value, or remove the key)`,
  ],
  [
    "a trim threshold above 1",
    ["toolset: [read_file]", "toolset: []\n    compaction: { trim_threshold: 1.5 }"],
    `FLOW_COMPONENT_INVALID 10:35 "trim_threshold" of "compaction" of component "planner" must be more than 0 and at most 1`,
  ],
  [
    "no cycles",
    ["toolset: [read_file]", "toolset: []\n    max_cycles: 0"],
    `FLOW_COMPONENT_INVALID 10:17 "max_cycles" of component "planner" must be at least 1, not 0 (leave it out for 280)`,
  ],
  [
    "cycles that are a fraction",
    ["toolset: [read_file]", "toolset: []\n    max_cycles: 1.5"],
    `FLOW_COMPONENT_INVALID 10:17 "max_cycles" of component "planner" must be a whole number or a mapping, not 1.5`,
  ],
  [
    "a warning after the end",
    [
      "toolset: [read_file]",
      "toolset: []\n    max_cycles: { threshold: 5, iteration_warning_offset: 5 }",
    ],
    `FLOW_COMPONENT_INVALID 10:59 "iteration_warning_offset" of component "planner" must be from 0 to 4, not 5 (it counts back from the threshold)`,
  ],
  [
    "cycles without a threshold",
    ["toolset: [read_file]", "toolset: []\n    max_cycles: { iteration_warning_offset: 5 }"],
    `FLOW_COMPONENT_INVALID 10:17 "max_cycles" of component "planner" has no "threshold" (add "threshold")`,
  ],
  [
    "no retries",
    ["toolset: [read_file]", "toolset: []\n    max_wrap_up_retries: 0"],
    `FLOW_COMPONENT_INVALID 10:26 "max_wrap_up_retries" of component "planner" must be at least 1, not 0 (leave it out for 3)`,
  ],
  [
    "inputs: null",
    ["inputs: [context:goal]", "inputs: ~"],
    `FLOW_INPUT_INVALID 10:13 "inputs" of component "planner" must be a list, not null (remove it for none, or write "- context:goal")`,
  ],
  [
    "inputs as a text",
    ["inputs: [context:goal]", "inputs: context:goal"],
    `FLOW_INPUT_INVALID 10:13 "inputs" of component "planner" must be a list, not the text "context:goal" (begin each input with "- ")`,
  ],
  [
    "an input that is a number",
    ["inputs: [context:goal]", "inputs: [5]"],
    `FLOW_INPUT_INVALID 10:14 an input of component "planner" must be a text or a mapping, not 5 (write "context:goal", or a mapping with "from" and "as")`,
  ],
  [
    "an input without from",
    ["from: context:goal, as", "form: context:goal, as"],
    `FLOW_INPUT_INVALID 15:9 an input of component "step" has no "from" (is "form" meant to be "from"?)`,
  ],
  [
    "a literal that is a number",
    ["from: context:goal, as: url", "from: 5, as: url, literal: true"],
    `FLOW_INPUT_INVALID 15:17 "from" of an input of component "step" must be a text, not 5 (put it in quotes)`,
  ],
  [
    "an unknown target",
    ["[context:goal]", "[contxt:goal]"],
    `FLOW_INPUT_INVALID 10:14 component "planner" reads "contxt:goal", but "contxt" is not a part of the state (did you mean "context"?)`,
  ],
  [
    "something below the status",
    ["[context:goal]", "[status:x]"],
    `FLOW_INPUT_INVALID 10:14 component "planner" reads "status:x", but there is nothing below "status" (write "status")`,
  ],
  [
    "a literal without a name",
    ["from: context:goal, as: url", "from: a, literal: true, as: ' '"],
    `FLOW_INPUT_INVALID 15:9 the literal "a" of component "step" has no name (give it one with "as")`,
  ],
  [
    "a target that is not for steps",
    ["from: context:goal, as: url", "from: status, as: url"],
    `FLOW_INPUT_INVALID 15:9 component "step" may not read "status" (only context and conversation_history)`,
  ],
  [
    "no tool name",
    ["tool_name: get_issue", "tool_name: ''"],
    `FLOW_COMPONENT_INVALID 11:5 component "step" has no "tool_name" (name the tool that the step calls)`,
  ],
  [
    "a toolset without the tool",
    ["tool_name: get_issue", "tool_name: get_issue\n    toolset: [read_file]"],
    `FLOW_TOOLSET_INVALID 14:14 the toolset of component "step" lacks its tool "get_issue" (add "get_issue", or leave "toolset" out)`,
  ],
  [
    "an empty toolset for a step",
    ["tool_name: get_issue", "tool_name: get_issue\n    toolset: []"],
    `FLOW_TOOLSET_INVALID 14:14 the toolset of component "step" is empty (add "get_issue", or leave "toolset" out)`,
  ],
  [
    "a router without from",
    ["from: planner", "frm: planner"],
    `FLOW_ROUTER_INVALID 17:5 router 1 has no "from" (is "frm" meant to be "from"?)`,
  ],
  [
    "a router from nowhere",
    ["from: step", "from: stp"],
    `FLOW_ROUTER_INVALID 18:11 a router starts from "stp", which is no component (did you mean "step"?)`,
  ],
  [
    "a router without to",
    ["from: planner, to: step", "from: planner"],
    `FLOW_ROUTER_INVALID 17:5 the router from "planner" has neither "to" nor "condition" (add "to" with a component, end or abort)`,
  ],
  [
    "a router to nowhere",
    ["to: step", "to: stop"],
    `FLOW_ROUTER_INVALID 17:26 the router from "planner" goes to "stop", which is no component (did you mean "step"?)`,
  ],
  [
    "a route to nowhere",
    ["success: end", "success: ende"],
    `FLOW_ROUTER_INVALID 21:26 the router from "step" goes to "ende", which is no component (did you mean "end"?)`,
  ],
  [
    "a second router",
    ["from: step\n", "from: planner\n"],
    `FLOW_ROUTER_INVALID 18:11 a second router starts from "planner" (the first is on line 17; a condition can go several ways)`,
  ],
  [
    "a router from end",
    ["from: step\n", "from: end\n"],
    `FLOW_ROUTER_INVALID 18:11 nothing can follow "end" (remove this router)`,
  ],
  [
    "a condition without routes",
    ["routes:", "rotes:"],
    `FLOW_ROUTER_INVALID 20:7 the condition of the router from "step" has no "routes" mapping (is "rotes" meant to be "routes"?)`,
  ],
  [
    "a condition without input",
    ["input: context", "inputt: context"],
    `FLOW_ROUTER_INVALID 20:7 the condition of the router from "step" has no "input" (is "inputt" meant to be "input"?)`,
  ],
  [
    "a condition on a list",
    ["input: context:step.execution_result", "input: [status]"],
    `FLOW_ROUTER_INVALID 20:14 the input of the router from "step" must be a text or a mapping, not a list (write what it reads: "context:…" or "status")`,
  ],
  [
    "a condition on the history",
    ["input: context:step.execution_result", "input: conversation_history:step"],
    `FLOW_ROUTER_INVALID 20:14 the router from "step" decides by "conversation_history" (a condition reads context or status)`,
  ],
  [
    "a route key that is a fraction",
    ["success: end", "1.5: end"],
    `FLOW_ROUTER_INVALID 21:17 a route of the router from "step" has the key 1.5, which is not a text (write "1.5" in quotes)`,
  ],
  [
    "a prompt without what it needs",
    ["    name: Plan\n    unit_primitives: [duo_agent_platform]\n", ""],
    `FLOW_PROMPT_INVALID 23:5 prompt "plan" has no "name" (add "name", perhaps "name: plan"; GitLab's guide prints prompts without it, which its validator refuses)`,
    `FLOW_PROMPT_INVALID 23:5 prompt "plan" has no "unit_primitives" (add "unit_primitives: []"; GitLab's guide prints prompts without it, which its validator refuses)`,
  ],
  [
    "a prompt with an unknown key",
    ["name: Plan", "name: Plan\n    prompt_templat: {}"],
    `FLOW_PROMPT_INVALID 25:5 unknown key "prompt_templat" in prompt "plan" (did you mean "prompt_template"?)`,
  ],
  [
    "a template that is a number",
    ["system: Plan.", "system: 5"],
    `FLOW_PROMPT_INVALID 27:15 "system" of prompt "plan" must be a text or a list of texts, not 5 (put it in quotes)`,
  ],
  [
    "a wrong parameter",
    ["name: Plan", "name: Plan\n    params: { timeout: soon }"],
    `FLOW_PROMPT_INVALID 25:24 "timeout" of "params" of prompt "plan" must be a number, not the text "soon"`,
  ],
  [
    "an unknown parameter of the model",
    ["name: Plan", "name: Plan\n    model: { params: { max_token: 5 } }"],
    `FLOW_PROMPT_INVALID 25:24 unknown key "max_token" in "params" of "model" of prompt "plan" (did you mean "max_tokens"?)`,
  ],
  [
    "empty provider parameters",
    ["name: Plan", "name: Plan\n    model: { provider_params: { openai: {} } }"],
    `FLOW_PROMPT_INVALID 25:41 "openai" of "provider_params" of "model" of prompt "plan" is empty (remove it, or set something)`,
  ],
  [
    "an unknown operation",
    ["name: Plan", "name: Plan\n    operation_type: fast"],
    `FLOW_PROMPT_INVALID 25:21 "operation_type" of prompt "plan" must be one of standard, compaction_auto, compaction_manual, not the text "fast"`,
  ],
  [
    "a reserved tag",
    ["system: Plan.", "system: Plan. </ System >"],
    `FLOW_PROMPT_UNSAFE 27:21 the system template of prompt "plan" contains the tag <system> (use other words or marks; the service refuses prompts with it)`,
  ],
  [
    "a schema that is not defined",
    ["toolset: [read_file]", "toolset: []\n    response_schema_id: s"],
    `FLOW_RESPONSE_SCHEMA_UNKNOWN 10:25 component "planner" answers by the response schema "s", which the flow does not define (define it in "response_schemas", or add "response_schema_version" for one of the registry)`,
  ],
  [
    "a schema version of no schema",
    [
      "toolset: [read_file]",
      "toolset: []\n    response_schema_version: ^1.0.0\n    response_schema_tracking: true",
    ],
    `FLOW_RESPONSE_SCHEMA_UNKNOWN 10:30 component "planner" asks for version "^1.0.0" of no response schema (add "response_schema_id")`,
    `FLOW_RESPONSE_SCHEMA_UNKNOWN 11:31 component "planner" tracks a response schema that it does not have (add "response_schema_id")`,
  ],
  [
    "a schema entry with an unknown key",
    [
      "prompts:",
      "response_schemas: [{ schema_id: s, definition: { type: object }, x: 1 }]\nprompts:",
    ],
    `FLOW_RESPONSE_SCHEMA_INVALID 22:66 unknown key "x" in response schema "s" (one of: schema_id, definition)`,
  ],
  [
    "a schema in broken JSON",
    ["prompts:", "response_schemas: [{ schema_id: s, definition: '{bad' }]\nprompts:"],
    `FLOW_RESPONSE_SCHEMA_INVALID 22:48 the definition of response schema "s" is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) (JSON wants double quotes and no comma at the end; a YAML mapping will do as well)`,
  ],
  [
    "a schema of a list",
    ["prompts:", "response_schemas: [{ schema_id: s, definition: { type: array } }]\nprompts:"],
    `FLOW_RESPONSE_SCHEMA_INVALID 22:56 response schema "s": "type" at the root must be "object", not the text "array" (put what you want to know into its properties)`,
  ],
  [
    "the same schema twice",
    [
      "prompts:",
      "response_schemas:\n  - { schema_id: s, definition: { type: object } }\n  - { schema_id: s, definition: { type: object } }\nprompts:",
    ],
    `FLOW_RESPONSE_SCHEMA_INVALID 24:33 there is already a response schema "s"`,
  ],
];

describe("a flow that the service refuses", () => {
  test.each([":", "|"])("a name with %s, once a router starts from it", (mark) => {
    const name = `st${mark}ep`;
    const text = base.replaceAll(/step(?!\.)/g, `"${name}"`);
    expect(shown(text)).toEqual([
      `FLOW_COMPONENT_INVALID 11:11 the name "${name}" contains "${mark}" (use letters, digits and underscores)`,
    ]);
    const unused = `components:\n  - { name: "${name}", type: AgentComponent, prompt_id: x, toolset: [] }`;
    expect(shown(edited(base, ["components:", unused]))).toEqual([]);
  });

  test.each(wrong)("%s", (_, edit, ...errors) => {
    expect(shown(edited(base, edit))).toEqual(errors);
  });

  test.each<[name: string, text: string, ...errors: string[]]>([
    [
      "nothing",
      "",
      `FLOW_SHAPE_INVALID 1:1 a flow must be a mapping, not null (begin with "version: v1")`,
    ],
    [
      "a list",
      "- version: v1\n",
      `FLOW_SHAPE_INVALID 1:1 a flow must be a mapping, not a list (begin with "version: v1")`,
    ],
    [
      "items that are no mappings",
      edited(base, ["- { from: planner, to: step }", "- planner"]),
      `FLOW_SHAPE_INVALID 17:5 router 1 must be a mapping, not the text "planner" (begin each router with "- from:", or write "routers: []")`,
    ],
  ])("%s", (_, text, ...errors) => {
    expect(shown(text)).toEqual(errors);
  });

  test("broken YAML", () => {
    expect(
      errorsOf("version: v1\nflow: [\n").map(({ code, place }) => [code, place?.file]),
    ).toEqual([["YAML_INVALID", "f.yml"]]);
  });

  test("many mistakes are told at once, in the order of the file", () => {
    const text = [
      ["ambient", "web"],
      ["[context:goal]", "[goal]"],
      ["to: step", "to: stop"],
    ].reduce((before, [from = "", to = ""]) => edited(before, [from, to]), base);
    expect(errorsOf(text).map(({ code, place }) => [code, place?.line])).toEqual([
      ["FLOW_ENVIRONMENT_INVALID", 2],
      ["FLOW_INPUT_INVALID", 10],
      ["FLOW_ROUTER_INVALID", 17],
    ]);
  });
});

const humanInput = `
  - { name: gate, type: HumanInputComponent, sends_response_to: planner, message_template: "", ui_log_events: [on_user_response] }`;

function missing(name: string, hint: string): string {
  return `FLOW_VARIABLE_MISSING 10:13 component "planner" has no input "${name}", which its prompt "plan" uses (${hint})`;
}

function add(name: string): string {
  return missing(name, `add an input with "as: ${name}", or take the variable out of the prompt`);
}

describe("the variables of a prompt", () => {
  test.each<[template: string, ...errors: string[]]>([
    ["{{ goal }} {{ history }} {{ current_date }} {{ current_time }} {{ current_timezone }}"],
    ["{% if a %}{{ b.c }}{% endif %}", add("a"), add("b")],
    ["{{ gaol }}", missing("gaol", 'its input "goal" looks like it')],
    ["{% for x in xs %}{{ x }}{% endfor %}", add("xs")],
    ["{% include 'common/other.jinja' %}{{ a }}", add("a")],
    ["no variable at all"],
  ])("in %s", (template, ...errors) => {
    expect(shown(edited(base, ["{{ goal }}", template]))).toEqual(errors);
  });

  test("are given by optional inputs and literals, too", () => {
    const inputs =
      "[{ from: context:a, as: a, optional: true }, { from: x, as: b, literal: true }]";
    const text = edited(edited(base, ["{{ goal }}", "{{ a }}{{ b }}"]), ["[context:goal]", inputs]);
    expect(shown(text)).toEqual([]);
  });

  test("are looked for in the files that it includes, where these are known", () => {
    const text = edited(base, ["{{ goal }}", "{{ goal }}{% include 'common/other.jinja' %}"]);
    const parse = (other: string): unknown => {
      return parseFlow(text, "f.yml", {
        promptFiles: (name) => (name === "common/other.jinja" ? other : undefined),
      });
    };
    expect(() => parse("{{ goal }}")).not.toThrow();
    expect(() => parse("{{ a }}")).toThrow('component "planner" has no input "a"');
    expect(() => parse("{% include 'nowhere.jinja' %}")).toThrow(
      expect.objectContaining({ code: "FLOW_TEMPLATE_INVALID" }),
    );
  });

  test.each([
    ["{% if %}", 20],
    ["{{ x", 18],
    ["{{ x | nosuchfilter }}", 21],
    ["{% do x %}", 17],
  ])("%s is no template", (template, column) => {
    const [error, ...others] = errorsOf(edited(base, ["{{ goal }}", template]));
    expect(others).toEqual([]);
    expect(error?.code).toBe("FLOW_TEMPLATE_INVALID");
    expect(error?.message).toMatch(/^the user template of prompt "plan" cannot be read: /);
    expect(error?.place).toEqual({ file: "f.yml", line: 28, column });
  });

  test.each<[style: string, value: string, line: number, column: number]>([
    ["in a block", "|\n\n        one\n          {{ goal }}\n          {{ x | nosuch }}\n", 32, 18],
    ["in a block that keeps its end", "|+\n        {{ goal }}{{ x | nosuch }}\n", 29, 26],
    ["in a plain scalar", "see {{ x | nosuch }}", 28, 24],
    ["in a folded block", ">\n        {{ goal }}\n        {{ x | nosuch }}\n", 28, 13],
    ["in a list", "[one, '{{ goal }}{{ x | nosuch }}']", 28, 37],
    ["behind an escape", '"\\t{{ goal }}{{ x | nosuch }}"', 28, 13],
  ])("a broken template %s is shown where it is", (_, value, ...[line, column]) => {
    const [error] = errorsOf(edited(base, ['"{{ goal }}"', value]));
    expect(error?.place).toEqual({ file: "f.yml", line, column });
  });

  test.each<[name: string, edit: Edit]>([
    [
      "prompts that no component uses",
      ["prompt_id: plan\n    toolset", "prompt_id: other\n    toolset"],
    ],
    [
      "prompts of the registry",
      ["prompt_id: plan\n    toolset", "prompt_id: plan\n    prompt_version: ^1.0.0\n    toolset"],
    ],
    ["experimental flows", ["version: v1", "version: experimental"]],
  ])("are not asked of %s", (_, edit) => {
    const text = edited(base, ["{{ goal }}", "{{ a }}"]).replace(
      "default_route: abort",
      "default_route: end",
    );
    expect(shown(edited(text, edit))).toEqual([]);
  });
});

describe("human inputs", () => {
  test("must show both events, but in chat only the answer", () => {
    const text = edited(base, ["components:", `components:${humanInput}`]);
    expect(shown(text)).toEqual([
      `FLOW_COMPONENT_INVALID 6:111 "ui_log_events" of component "gate" lacks on_user_input_prompt (leave the key out to have both)`,
    ]);
    expect(shown(text.replace("ambient", "chat"))).toEqual([]);
    expect(shown(text.replace(", ui_log_events: [on_user_response]", ""))).toEqual([]);
  });
});

describe("chat-partial", () => {
  const component =
    "  - name: pirate\n    type: AgentComponent\n    prompt_id: pirate\n    toolset: []\n";
  test.each<[name: string, edit: Edit, ...errors: string[]]>([
    [
      "two components",
      ["prompts:", `${component}prompts:`],
      "4:3 a chat-partial flow has exactly one component, not 2 (use environment chat for a graph of several)",
    ],
    [
      "no component",
      [`components:\n${component}`, "components: []\n"],
      "3:13 a chat-partial flow has exactly one component, not 0 (use environment chat for a graph of several)",
    ],
    [
      "another type",
      ["AgentComponent", "OneOffComponent"],
      `5:11 the component of a chat-partial flow must be an AgentComponent, not the text "OneOffComponent" (use environment chat for other components)`,
    ],
    [
      "no type",
      ["    type: AgentComponent\n", ""],
      `4:5 the component of a chat-partial flow has no "type" (write "type: AgentComponent")`,
    ],
    [
      "two prompts",
      [
        "prompts:",
        "prompts:\n  - { prompt_id: p, name: p, unit_primitives: [], prompt_template: {} }",
      ],
      "9:3 a chat-partial flow has at most one prompt, not 2 (keep the one that the component names)",
    ],
    [
      "a prompt here and in the registry",
      ["toolset: []", "toolset: []\n    prompt_version: ^1.0.0"],
      `8:21 a chat-partial flow has a prompt of its own and asks the registry for the text "^1.0.0" (remove "prompt_version", or the prompt)`,
    ],
    [
      "no toolset",
      ["    toolset: []\n", ""],
      `4:5 the component of a chat-partial flow has no "toolset" (write "toolset: []" for none)`,
    ],
  ])("%s", (_, edit, ...errors) => {
    expect(shown(edited(partial, edit))).toEqual(
      errors.map((error) => `FLOW_CHAT_PARTIAL_INVALID ${error}`),
    );
  });

  test.each<[name: string, edit: Edit]>([
    ["a component without a name", ["name: pirate\n    type", "nam: pirate\n    type"]],
    ["limits out of bounds", ["toolset: []", "toolset: []\n    max_cycles: 0"]],
    ["inputs that nobody reads", ["toolset: []", "toolset: []\n    inputs: [goal]"]],
    [
      "a prompt that is not there",
      ["prompt_id: pirate\n    toolset", "prompt_id: parrot\n    toolset"],
    ],
    ["a null toolset", ["toolset: []", "toolset: ~"]],
    ["routers that lead nowhere", ["prompts:", "routers: [{ zz: 1 }]\nprompts:"]],
    [
      "a response schema of a list",
      ["prompts:", "response_schemas: [{ schema_id: s, definition: { type: array } }]\nprompts:"],
    ],
  ])("builds nothing, and so does not mind %s", (_, edit) => {
    expect(shown(edited(partial, edit))).toEqual([]);
  });

  test("has its component as entry point, and a name for it", () => {
    const text = edited(partial, ["name: pirate\n    type", "nam: pirate\n    type"]);
    expect(parsed(`${text}flow: { entry_point: nope }\n`)).toMatchObject({
      entryPoint: "agent",
      components: [{ name: "agent" }],
    });
  });
});

describe("supervisors", () => {
  const second =
    "{ name: chief, type: AgentComponent, prompt_id: c, toolset: [], subagents: [{ name: worker }] }";
  test.each<[name: string, edit: Edit, ...errors: string[]]>([
    [
      "subagents as texts",
      ["[{ name: worker }]", "[worker]"],
      `FLOW_SUBAGENT_INVALID 5:80 a subagent of component "boss" must be a mapping with a "name", not the text "worker" (write "- name: <component>")`,
    ],
    [
      "subagents as a text",
      ["[{ name: worker }]", "worker"],
      `FLOW_SUBAGENT_INVALID 5:79 "subagents" of component "boss" must be a list, not the text "worker" (write "- name: <component>" for each)`,
    ],
    [
      "the same subagent twice",
      ["[{ name: worker }]", "[{ name: worker }, { name: worker }]"],
      `FLOW_SUBAGENT_INVALID 5:106 component "boss" names the subagent "worker" twice`,
    ],
    [
      "an unknown subagent",
      ["[{ name: worker }]", "[{ name: workr }]"],
      `FLOW_SUBAGENT_INVALID 5:88 component "boss" cannot have the subagent "workr" (did you mean "worker"?)`,
    ],
    [
      "itself",
      ["[{ name: worker }]", "[{ name: boss }]"],
      `FLOW_SUBAGENT_INVALID 5:88 component "boss" cannot have the subagent "boss" (a supervisor cannot delegate to itself)`,
    ],
    [
      "somebody else's",
      ["routers:", `  - ${second}\nrouters:`],
      `FLOW_SUBAGENT_INVALID 5:88 component "boss" cannot have the subagent "worker" (it belongs to "chief" already)`,
    ],
    [
      "another supervisor",
      ["[{ name: worker }]", "[{ name: worker }, { name: end }]"],
      `FLOW_SUBAGENT_INVALID 5:106 component "boss" cannot have the subagent "end" (a subagent is an AgentComponent without subagents of its own)`,
    ],
    [
      "a subagent of another type",
      [
        "worker, type: AgentComponent, prompt_id: w, toolset: []",
        "worker, type: DeterministicStepComponent, tool_name: x",
      ],
      `FLOW_SUBAGENT_INVALID 5:88 component "boss" cannot have the subagent "worker" (a subagent is an AgentComponent without subagents of its own)`,
    ],
    [
      "no description",
      [", description: Works", ""],
      `FLOW_SUBAGENT_INVALID 6:5 component "worker", a subagent of "boss", has no description (say in "description" what it is for)`,
    ],
    [
      "a router from a subagent",
      ["{ from: boss, to: end }", "{ from: boss, to: worker }, { from: worker, to: end }"],
      `FLOW_ROUTER_INVALID 7:29 the router from "boss" goes to "worker", which is a subagent of "boss" (use "boss")`,
      `FLOW_ROUTER_INVALID 7:47 a router starts from "worker", which is a subagent of "boss" (use "boss")`,
    ],
    [
      "a subagent as entry point",
      ["entry_point: boss", "entry_point: worker"],
      `FLOW_ENTRY_POINT_INVALID 3:22 the entry point is "worker", which is a subagent of "boss" (use "boss")`,
    ],
    [
      "no delegations",
      ["subagents:", "max_delegations: 0, subagents:"],
      `FLOW_COMPONENT_INVALID 5:85 "max_delegations" of component "boss" must be at least 1, not 0 (leave it out for no limit)`,
    ],
    [
      "a key of the service's own",
      ["subagents:", "subagent_components: x, subagents:"],
      `FLOW_SUBAGENT_INVALID 5:68 component "boss" uses the key "subagent_components", which the service keeps for itself (remove it)`,
    ],
    [
      "a role that is none",
      ["subagents:", "ui_role_as: robot, subagents:"],
      `FLOW_SUBAGENT_INVALID 5:80 "ui_role_as" of component "boss" must be one of agent, user, tool, request, workflow_end, not "robot" (one of: agent, user, tool, request, workflow_end)`,
    ],
  ])("%s", (_, edit, ...errors) => {
    expect(shown(edited(supervised, edit))).toEqual(errors);
  });

  test("may reach as many others as they like in any order", () => {
    expect(parsed(supervised).components[0]).toMatchObject({ subagents: [{ name: "worker" }] });
  });
});

describe("what is read into the model", () => {
  test.each<[fields: string, expected: object]>([
    [
      "toolset: []",
      { maxCycles: { threshold: 280, warningOffset: 10 }, maxWrapUpRetries: 3, uiRoleAs: "agent" },
    ],
    ["toolset: []\n    max_cycles: 5", { maxCycles: { threshold: 5, warningOffset: 4 } }],
    ["toolset: []\n    max_cycles: ' 5 '", { maxCycles: { threshold: 5, warningOffset: 4 } }],
    ["toolset: []\n    max_cycles: true", { maxCycles: { threshold: 1, warningOffset: 0 } }],
    [
      "toolset: []\n    max_cycles: { threshold: 50 }",
      { maxCycles: { threshold: 50, warningOffset: 10 } },
    ],
    [
      "toolset: []\n    max_cycles: { threshold: 50, iteration_warning_offset: ~ }",
      { maxCycles: { threshold: 50, warningOffset: undefined } },
    ],
    ["toolset: []\n    compaction: off", { compaction: undefined }],
    [
      "toolset: []\n    compaction: { trim_threshold: 0.5 }",
      {
        compaction: {
          maxRecentMessages: 10,
          recentMessagesTokenBudget: 40_000,
          trimThreshold: 0.5,
        },
      },
    ],
    [
      "toolset: [a, { b: { x: 1.0, y: [z] }, c: ~ }, 5]",
      {
        toolset: [
          { tool: "a", options: undefined },
          { tool: "b", options: { x: 1, y: ["z"] } },
          { tool: "c", options: undefined },
        ],
      },
    ],
    ["toolset: { a: { x: 1 } }", { toolset: [{ tool: "a", options: undefined }] }],
    ["toolset: abc", { toolset: [] }],
    ["tool_name: a", { toolset: [{ tool: "a" }] }],
    ["toolset: []\n    model_size_preference: small", { modelTags: ["small"] }],
    [
      "toolset: []\n    model_size_preference: small\n    model_tags: [large, small]",
      { modelTags: ["large", "small"] },
    ],
    ["toolset: []\n    prompt_version: ''", { promptVersion: undefined }],
    ["toolset: []\n    prompt_version: ^1.0.0", { promptVersion: "^1.0.0" }],
    ["toolset: []\n    subagents: []", { subagents: [] }],
    ["toolset: []\n    require_tool_approval: Y", { requireToolApproval: true }],
    [
      "toolset: []\n    response_schema_tracking_context: { a: context:goal }",
      { responseSchemaTrackingContext: new Map([["a", "context:goal"]]) },
    ],
  ])("%s", (fields, expected) => {
    expect(parsed(edited(base, ["toolset: [read_file]", fields])).components[0]).toMatchObject(
      expected,
    );
  });

  test.each<[input: string, expected: object]>([
    ["context", { target: "context", path: [], variable: "context", form: "text" }],
    ["'context:'", { target: "context", path: [], variable: "context" }],
    ["context:a..b", { path: ["a", "", "b"], variable: "b" }],
    ["context:a:b", { path: ["a:b"], variable: "a:b" }],
    ["{ from: context:a.b, as: '' }", { path: ["a", "b"], variable: "b", form: "mapping" }],
    ["{ from: context:a, as: x, optional: yes, default: 5 }", { variable: "x", optional: true }],
    ["{ from: 'true', as: x, literal: true }", { literal: "true", variable: "x" }],
    ["{ from: context:a, as: x, literal: ~ }", { target: "context", variable: "x" }],
  ])("input %s", (input, expected) => {
    const text = edited(base, ["[context:goal]", `[${input}, { from: context:goal, as: goal }]`]);
    const [first] = parsed(text).components[0]?.inputs ?? [];
    expect(first).toMatchObject(expected);
  });

  test("route keys that are no texts never match", () => {
    const text = edited(base, [
      "{ success: end, default_route: abort }",
      `{ true: end, 2: end, 3.0: end, "true": abort, "": abort }`,
    ]);
    expect(parsed(text).routers[1]).toMatchObject({
      routes: [
        { key: "True", matches: false },
        { key: "2", matches: false },
        { key: "3.0", matches: false },
        { key: "true", matches: true },
        { key: "", matches: true },
      ],
    });
  });

  test("the goal is the input of a one-off component that has none", () => {
    for (const inputs of ["", "    inputs: ~\n", "    inputs: []\n"]) {
      const text = edited(base, ["AgentComponent", "OneOffComponent"]).replace(
        "    inputs: [context:goal]\n",
        inputs,
      );
      expect(parsed(text).components[0]).toMatchObject({
        maxCorrectionAttempts: 3,
        inputs: [{ variable: "goal", path: ["goal"] }],
      });
    }
  });

  test("the parameters of prompts", () => {
    const text = edited(base, [
      "name: Plan",
      "name: Plan\n    params: { timeout: 60, stop: [x], model_id: ~ }\n    model: { params: { max_tokens: 2_048, temperature: '0.5' }, provider_params: { openai: { verbosity: low } } }",
    ]);
    expect(parsed(text).prompts[0]).toMatchObject({
      params: { timeout: 60, stop: ["x"] },
      modelParams: { maxTokens: 2048, temperature: 0.5 },
      providerParams: new Map([["openai", new Map([["verbosity", "low"]])]]),
      operationType: undefined,
    });
  });

  test("declared context", () => {
    const text = edited(base, [
      "entry_point: planner",
      "entry_point: planner\n  inputs: [{ category: c, version_constraint: ^1.0.0, input_schema: { u: { type: string, optional: true } } }]",
    ]);
    expect(parsed(text).inputs).toMatchObject([
      {
        category: "c",
        versionConstraint: "^1.0.0",
        fields: [{ name: "u", type: "string", optional: true, format: undefined }],
      },
    ]);
  });

  test("texts of a role in a list, and the order of the roles", () => {
    const text = edited(base, [
      "system: Plan.\n      user",
      "placeholder: history\n      system: [a, b]\n      user",
    ]);
    expect(parsed(text).prompts[0]?.entries).toMatchObject([
      { role: "placeholder", texts: ["history"] },
      { role: "system", texts: ["a", "b"], isList: true },
      { role: "user", isList: false },
    ]);
  });

  test("keys that would change prototypes are keys like any other", () => {
    const text = `${base}__proto__: { polluted: true }\nresponse_schemas: [{ schema_id: __proto__, definition: { type: object, properties: { a: { type: object, __proto__: { polluted: true } } } } }]\n`;
    expect(parsed(text).responseSchemas).toMatchObject([{ id: "__proto__" }]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
