import { describe, expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { formatPlace } from "../../core/position.ts";
import { parseFlow } from "../load/parse-flow.ts";
import type { Flow } from "../model/index.ts";
import { type FlowRegistries, loadRegistries } from "./index.ts";
import { loadIncludes } from "./load-includes.ts";

const disk: Readonly<Record<string, string>> = {
  "prompts/plan/base/1.0.0.yml":
    "name: Old\nunit_primitive: duo_agent_platform\nprompt_template: { system: Old }\n",
  "prompts/plan/base/1.1.0.yml": `name: Plan
unit_primitive: duo_agent_platform
model: { params: { model_class_provider: anthropic, max_tokens: 5 } }
later: 1
prompt_template:
  system: "{% include 'common/rules/1.0.0.jinja' %}"
  user: "{{ goal }}"
`,
  "prompts/plan/base/2.0.0-dev.yml": "prompt_template: { system: Dev }\n",
  "prompts/broken/base/1.0.0.yml": "prompt_template: { system: 5 }\n",
  "prompts/common/rules/1.0.0.jinja":
    "{% extends 'common/base.jinja' %}{% block b %}{% include 'common/missing.jinja' %}{% endblock %}",
  "prompts/common/base.jinja": "{% block b %}{% endblock %}{% include 'common/base.jinja' %}",
  "prompts/common/own.jinja": "Own",
  "prompts/common/gate.jinja": "Gate",
  // What a careless look-up would find.
  "prompts/../plan/base/1.0.0.yml": "prompt_template: { system: secret }\n",
  "prompts/../secret.jinja": "secret",
  "prompts//secret.jinja": "secret",
  "prompts/common/../../secret.jinja": "secret",
  "prompts/common/.env": "secret",
  "prompts/": "secret",
  "schemas/triage/base/1.0.0.json":
    '{ "type": "object", "title": "t", "properties": { "a": { "type": "number", "default": 3.0 } } }',
  "schemas/torn/base/1.0.0.json": '{ "type": ',
  "schemas/list/base/1.0.0.json": "[]",
};

const files: Files = {
  realPath: undefined,
  read: (path) => Promise.resolve(disk[path]),
  list: (folder) => {
    const inside = Object.keys(disk).filter((path) => path.startsWith(`${folder}/`));
    const names = inside.map((path) => path.slice(folder.length + 1).split("/", 1)[0] ?? "");
    return Promise.resolve([...new Set(names)].filter((name) => /^\w/.test(name)).toSorted());
  },
};

function flowOf(component: string, more = ""): Flow {
  const text = `version: v1
environment: ambient
flow: { entry_point: a }
components:
  - { name: a, type: AgentComponent, toolset: [], ${component} }
${more}routers: [{ from: a, to: end }]
`;
  return parseFlow(text, "f.yml");
}

async function load(flow: Flow): Promise<FlowRegistries> {
  return loadRegistries(flow, { prompts: ["prompts/"], responseSchemas: ["schemas"], files });
}

async function refused(flow: Flow): Promise<string[]> {
  try {
    await load(flow);
    return [];
  } catch (error) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    return errors.map((each) => {
      if (!(each instanceof AppError)) throw each;
      const place = each.place === undefined ? "" : formatPlace(each.place);
      return `${each.code} ${place} ${each.message} (${each.hint ?? ""})`;
    });
  }
}

describe("prompts", () => {
  test("come in the version that the component asks for", async () => {
    const registries = await load(flowOf("prompt_id: plan, prompt_version: ^1.0.0"));
    const prompt = registries.prompt("plan", "^1.0.0");
    expect(prompt).toMatchObject({
      file: "prompts/plan/base/1.1.0.yml",
      id: "plan",
      name: "Plan",
      unitPrimitives: ["duo_agent_platform"],
      modelParams: { maxTokens: 5 },
      entries: [{ role: "system" }, { role: "user", texts: ["{{ goal }}"] }],
    });
    expect(prompt?.entries[1]?.range.start).toEqual({ line: 7, column: 9 });
    expect(registries.prompt("plan", "1.0.0")).toBeUndefined();
  });

  test.each([
    ["1.0.0", "Old"],
    ["2.0.0-dev", "Dev"],
  ])("%s is %s", async (version, text) => {
    const registries = await load(flowOf(`prompt_id: plan, prompt_version: ${version}`));
    expect(registries.prompt("plan", version)?.entries[0]?.texts).toEqual([text]);
  });

  test.each([
    [
      "prompt_id: plan, prompt_version: ^3",
      'FLOW_PROMPT_VERSION_NOT_FOUND f.yml:5:84 no version of the prompt "plan" satisfies "^3" (there is 1.0.0, 1.1.0, 2.0.0-dev)',
    ],
    [
      "prompt_id: plam, prompt_version: ^1.0.0",
      'FLOW_PROMPT_NOT_FOUND f.yml:5:62 there is no prompt "plam" in prompts (did you mean "plan"?)',
    ],
    [
      "prompt_id: ../plan, prompt_version: ^1.0.0",
      'FLOW_PROMPT_NOT_FOUND f.yml:5:62 there is no prompt "../plan" in prompts (one of: broken, plan)',
    ],
    [
      "prompt_id: broken, prompt_version: ^1.0.0",
      'FLOW_PROMPT_INVALID prompts/broken/base/1.0.0.yml:1:28 "system" of prompt "broken" must be a text or a list of texts, not 5 (put it in quotes)',
    ],
  ])("%s is refused", async (component, error) => {
    expect(await refused(flowOf(component))).toEqual([error]);
  });

  test("that nobody can look for are left to whoever needs them", async () => {
    const flow = flowOf("prompt_id: plan, prompt_version: ^1.0.0");
    const registries = await loadRegistries(flow, { prompts: [], responseSchemas: [], files });
    expect(registries.prompt("plan", "^1.0.0")).toBeUndefined();
  });
});

describe("files that templates include", () => {
  test("are read with what they include themselves, each once", async () => {
    const registries = await load(flowOf("prompt_id: plan, prompt_version: ^1.0.0"));
    expect(registries.template("common/rules/1.0.0.jinja")).toContain("extends");
    expect(registries.template("common/base.jinja")).toContain("block b");
    expect(registries.template("common/missing.jinja")).toBeUndefined();
    expect(registries.template("common/own.jinja")).toBeUndefined();
  });

  test("are read for the flow's own prompts and messages", async () => {
    const more = `  - { name: g, type: HumanInputComponent, sends_response_to: a, message_template: "{% include 'common/gate.jinja' %}" }
prompts:
  - { prompt_id: p, name: p, unit_primitives: [], prompt_template: { system: "{% include 'common/own.jinja' %}" } }
`;
    const registries = await load(flowOf("prompt_id: p", more));
    expect(registries.template("common/own.jinja")).toBe("Own");
    expect(registries.template("common/gate.jinja")).toBe("Gate");
  });

  test.each(["../secret.jinja", "/secret.jinja", "common/../../secret.jinja", "common/.env", ""])(
    "cannot be %j, which is outside of the folder",
    async (name) => {
      const found = await loadIncludes([`{% include "${name}" %}`], {
        prompts: ["prompts"],
        files,
      });
      expect([...found]).toEqual([]);
    },
  );
});

function agent(id: string, version: string): Flow {
  return flowOf(`prompt_id: p, response_schema_id: ${id}, response_schema_version: ${version}`);
}

describe("response schemas", () => {
  test("come in the version that the agent asks for, with floats as they are", async () => {
    const registries = await load(agent("triage", "^1.0.0"));
    const entry = registries.responseSchema("triage", "^1.0.0");
    expect(entry).toMatchObject({ file: "schemas/triage/base/1.0.0.json", id: "triage" });
    expect(entry?.definition.get("title")).toBe("t");
  });

  test.each([
    [
      "triage",
      "^2",
      'FLOW_RESPONSE_SCHEMA_NOT_FOUND f.yml:5:118 no version of the response schema "triage" satisfies "^2" (there is 1.0.0)',
    ],
    [
      "triag",
      "^1.0.0",
      'FLOW_RESPONSE_SCHEMA_NOT_FOUND f.yml:5:85 there is no response schema "triag" in schemas (did you mean "triage"?)',
    ],
    [
      "torn",
      "^1.0.0",
      "FLOW_RESPONSE_SCHEMA_INVALID schemas/torn/base/1.0.0.json:1:11 the file is not JSON: Expecting value: line 1 column 11 (char 10) ()",
    ],
    [
      "list",
      "^1.0.0",
      'FLOW_RESPONSE_SCHEMA_INVALID schemas/list/base/1.0.0.json the response schema "list" is no JSON object ()',
    ],
  ])("%s %s is refused", async (id, version, error) => {
    expect(await refused(agent(id, version))).toEqual([error]);
  });

  test("of the flow itself win over those of the registry", async () => {
    const more = "response_schemas:\n  - { schema_id: triage, definition: { type: object } }\n";
    const flow = flowOf(
      "prompt_id: p, response_schema_id: triage, response_schema_version: ^9",
      more,
    );
    expect((await load(flow)).responseSchema("triage", "^9")).toBeUndefined();
  });
});
