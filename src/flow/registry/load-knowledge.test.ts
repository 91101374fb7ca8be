import { describe, expect, test } from "vitest";
import { memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import type { Files } from "../../core/files.ts";
import { inspectFlow } from "../inspect/index.ts";
import { loadKnowledge } from "./index.ts";

const files: Files = memoryFiles({
  "prompts/chat/help/base/1.0.0.yml": "prompt_template: { system: '{{ goal }} {{ history }}' }\n",
  "prompts/chat/help/base/1.1.0.yml":
    "prompt_template: { system: \"{% include 'common/rules.jinja' %}\", user: ['{{ goal }}'] }\n",
  "prompts/chat/help/base/2.0.0-dev.yml": "prompt_template: { system: '{{ dev }}' }\n",
  "prompts/chat/help/fast/3.0.0.yml": "prompt_template: { system: '{{ other_model }}' }\n",
  "prompts/torn/base/1.0.0.yml": "prompt_template: { system: 5 }\n",
  "prompts/open/base/1.0.0.yml": "prompt_template: { system: '{% if %}' }\n",
  "prompts/lost/base/1.0.0.yml": "prompt_template: { system: \"{% include 'no.jinja' %}\" }\n",
  "prompts/common/rules.jinja": "{{ project_id }}",
  "more/chat/help/base/4.0.0.yml": "prompt_template: { system: '{{ four }}' }\n",
  "more/common/extra.jinja": "{{ extra }}",
  "schemas/triage/base/1.0.0.json":
    '{ "type": "object", "title": "read_file", "properties": { "kind": { "enum": ["a", "b"] } } }',
  "schemas/untitled/base/1.0.0.json": '{ "type": "object", "properties": {} }',
  "schemas/torn/base/1.0.0.json": '{ "type": ',
  "schemas/wrong/base/1.0.0.json": '{ "type": "array" }',
});

const knowledge = await loadKnowledge({
  prompts: ["prompts/", "more"],
  responseSchemas: ["schemas"],
  files,
});

describe("prompts", () => {
  test.each([
    ["chat/help", "^1.0.0", "1.1.0", ["goal", "project_id"]],
    ["chat/help", "1.0.0", "1.0.0", ["goal", "history"]],
    ["chat/help", "2.0.0-dev", "2.0.0-dev", ["dev"]],
    ["chat/help", "^4.0.0", "4.0.0", ["four"]],
  ])("%s %s is %s and uses %j", (id, constraint, version, variables) => {
    expect(knowledge.prompt?.(id, constraint)).toMatchObject({
      found: true,
      version,
      value: { variables },
    });
  });

  test.each([
    ["chat/help", "^9.0.0", "no_version", ["1.0.0", "1.1.0", "2.0.0-dev", "4.0.0"]],
    ["chat/nothing", "^1.0.0", "unknown", ["chat/help", "lost", "open", "torn"]],
    ["torn", "^1.0.0", "broken", ["1.0.0"]],
    ["../secret", "^1.0.0", "unknown", ["chat/help", "lost", "open", "torn"]],
  ])("%s %s is not found: %s, of %j", (id, constraint, reason, known) => {
    expect(knowledge.prompt?.(id, constraint)).toEqual({ found: false, reason, known });
  });

  test("files come from any of the folders", () => {
    expect(knowledge.promptFile?.("common/extra.jinja")).toBe("{{ extra }}");
    expect(knowledge.promptFile?.("common/none.jinja")).toBeUndefined();
  });
});

describe("response schemas", () => {
  test("is called by its title", () => {
    expect(knowledge.responseSchema?.("triage", "^1.0.0")).toMatchObject({
      found: true,
      version: "1.0.0",
      value: { title: "read_file" },
    });
  });

  test.each(["torn", "wrong", "untitled"])("%s is broken", (id) => {
    expect(knowledge.responseSchema?.(id, "1.0.0")).toMatchObject({
      found: false,
      reason: "broken",
    });
  });
});

test("of a kind without a folder nothing is said", async () => {
  expect(Object.keys(await loadKnowledge({ prompts: [], responseSchemas: [], files }))).toEqual([]);
  const schemasOnly = await loadKnowledge({ prompts: [], responseSchemas: ["none"], files });
  expect(Object.keys(schemasOnly)).toEqual(["responseSchema"]);
  expect(schemasOnly.responseSchema?.("a", "1.0.0")).toEqual({
    found: false,
    reason: "unknown",
    known: [],
  });
});

test("links that lead out of a folder, and files that cannot be read, are passed over", async () => {
  const linked: Files = {
    ...files,
    read: async (path) => {
      if (path.endsWith("secret.jinja")) throw new TypeError("read outside");
      return files.read(path);
    },
    list: async (folder) => {
      const names = await files.list(folder);
      return folder === "prompts" ? [...names, "secret.jinja"] : names;
    },
    realPath: async (path) => (path.endsWith("secret.jinja") ? "/etc/secret.jinja" : path),
  };
  const { promptFile } = await loadKnowledge({
    prompts: ["prompts"],
    responseSchemas: [],
    files: linked,
  });
  expect(promptFile?.("secret.jinja")).toBeUndefined();
  expect(promptFile?.("common/rules.jinja")).toBe("{{ project_id }}");
});

test.each([
  ["prompt_id: chat/help, prompt_version: ^1.0.0", "E80 project_id"],
  ["prompt_id: open, prompt_version: ^1.0.0", "E78 open"],
  ["prompt_id: lost, prompt_version: ^1.0.0", "E79 lost"],
  ["prompt_id: torn, prompt_version: ^1.0.0", ""],
  ["prompt_id: none, prompt_version: ^1.0.0", ""],
  ["prompt_id: x, response_schema_id: triage, response_schema_version: ^1.0.0", ""],
  ["prompt_id: x, response_schema_id: triag, response_schema_version: ^1.0.0", "E76 triag"],
  ["prompt_id: x, response_schema_id: triage, response_schema_version: ^2.0.0", "E76 triage"],
  ["prompt_id: x, response_schema_id: wrong, response_schema_version: ^1.0.0", "E76 wrong"],
])("a component with %s has %j", (fields, expected) => {
  const text = `version: v1
environment: ambient
flow: { entry_point: a }
components:
  - { name: a, type: AgentComponent, toolset: [], ${fields}, inputs: [context:goal] }
routers: [{ from: a, to: end }]
`;
  const { problems } = inspectFlow(text, "f.yml", knowledge);
  const [rule = "", word = ""] = expected.split(" ");
  expect(problems.map((problem) => problem.rule)).toEqual(rule === "" ? [] : [rule]);
  expect(problems.map(({ message }) => message).join("")).toContain(word);
});
