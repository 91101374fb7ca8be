import { describe, expect, test } from "vitest";
import { inspectFlow } from "../../flow/index.ts";
import { completeExample } from "../rule/complete-example.ts";
import { compareFlows } from "./compare-flows.ts";

interface Parts {
  readonly environment?: string;
  readonly inputs?: string;
  readonly components?: string;
  readonly routers?: string;
  readonly schema?: string;
}

const agent = (name: string, more = ""): string =>
  `  - { name: ${name}, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"]${more} }\n`;

const schema = (properties: string, more = ""): string =>
  `{ title: answer, type: object, properties: { ${properties} }${more} }`;

const withSchema = ", response_schema_id: answer";

function text(parts: Parts): string {
  const { environment = "ambient", inputs, components, routers, schema: definition } = parts;
  return completeExample({
    yaml: [
      `environment: ${environment}\n`,
      inputs === undefined ? "" : `flow:\n  entry_point: helper\n  inputs: ${inputs}\n`,
      components === undefined ? "" : `components:\n${components}`,
      routers === undefined ? "" : `routers: ${routers}\n`,
      definition === undefined
        ? ""
        : `response_schemas:\n  - schema_id: answer\n    definition: ${definition}\n`,
    ].join(""),
  });
}

function compare(before: Parts, after: Parts): string[] {
  const [old, now] = [before, after].map((each) => inspectFlow(text(each), "flow.yml"));
  if (old === undefined || now === undefined) return [];
  expect([...old.problems, ...now.problems]).toEqual([]);
  const differences = compareFlows(old.flow, now.flow);
  for (const { at } of differences) expect(now.flow.rangeOf(at.slice(0, 1))).toBeDefined();
  return differences.map(({ step, message }) => `${step} ${message}`);
}

const mr = (fields: string, more = ""): string =>
  `[{ category: merge_request, input_schema: { ${fields} }${more} }]`;
const url = "url: { type: string }";
const optionalUrl = "url: { type: string, optional: true }";

describe("inputs", () => {
  test.each<[before: string | undefined, after: string | undefined, differences: string[]]>([
    [undefined, mr(url), ['major input "url" of merge_request is new and required']],
    [undefined, mr(optionalUrl), ['minor input "url" of merge_request is new']],
    [undefined, mr(""), ["minor input merge_request is new"]],
    [mr(""), mr(url), ['major input "url" of merge_request is new and required']],
    [mr(""), mr(optionalUrl), ['minor input "url" of merge_request is new']],
    [mr(optionalUrl), mr(url), ['major input "url" of merge_request is required now']],
    [mr(url), mr(optionalUrl), ['minor input "url" of merge_request is optional now']],
    [
      mr(url),
      mr("url: { type: integer }"),
      ['major input "url" of merge_request has to be of type integer, not string'],
    ],
    [mr(url), mr("url: { type: string, description: Where. }"), []],
    [mr(url), mr(""), ['patch input "url" of merge_request is gone']],
    [mr(url), "[]", ["patch input merge_request is gone"]],
    [
      mr(url),
      mr(url, ', version_constraint: "^2.0.0"'),
      ["major input merge_request is not taken in version 1.0.0 any more"],
    ],
    [mr(url), mr(url, ', version_constraint: ">=1.0.0"'), []],
    [mr(url, ', version_constraint: "^2.0.0"'), mr(url), []],
    [mr(url), mr(url), []],
  ])("%s → %s", (before, after, differences) => {
    const parts = (inputs: string | undefined): Parts => (inputs === undefined ? {} : { inputs });
    expect(compare(parts(before), parts(after))).toEqual(differences);
  });
});

describe("outputs of the component that ends the flow", () => {
  const answer = (properties: string, more = ""): Parts => ({
    components: agent("helper", withSchema),
    schema: schema(properties, more),
  });
  const plain: Parts = { components: agent("helper") };

  test.each<[about: string, before: Parts, after: Parts, differences: string[]]>([
    [
      "a field gone",
      answer("a: { type: string }, b: {}"),
      answer("b: {}"),
      ['major field "a" of component "helper" is gone'],
    ],
    [
      "a field more",
      answer("a: {}"),
      answer("a: {}, b: {}"),
      ['minor field "b" of component "helper" is new'],
    ],
    [
      "another type",
      answer("a: { type: string }"),
      answer("a: { type: integer }"),
      ['major field "a" of component "helper" is of type integer, not string'],
    ],
    [
      "a field inside gone",
      answer("a: { type: object, properties: { x: {}, y: {} } }"),
      answer("a: { type: object, properties: { x: {} } }"),
      ['major field "a.y" of component "helper" is gone'],
    ],
    [
      "another description",
      answer("a: { type: string }"),
      answer("a: { type: string, description: A. }"),
      [],
    ],
    [
      "fields where a text was",
      plain,
      answer("a: {}"),
      ['major the answer of component "helper" is no text any more'],
    ],
    [
      "a text where fields were",
      answer("a: {}"),
      plain,
      ['major the answer of component "helper" has no fields any more'],
    ],
  ])("%s", (_, before, after, differences) => {
    expect(compare(before, after)).toEqual(differences);
  });
});

describe("components", () => {
  const chain = (...names: readonly string[]): string =>
    `[${names.map((name, index) => `{ from: ${name}, to: ${names[index + 1] ?? "end"} }`).join(", ")}]`;
  const two = { components: agent("helper") + agent("writer"), routers: chain("helper", "writer") };
  const one = { components: agent("helper"), routers: chain("helper") };
  const step =
    "  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }\n";

  test.each<[about: string, before: Parts, after: Parts, differences: string[]]>([
    ["one more at the end", one, two, ['minor component "writer" is new']],
    [
      "one less, which another led to",
      two,
      one,
      ['major component "writer" is gone, which "helper" leads to'],
    ],
    [
      "the first of two, which nobody refers to",
      { ...two, components: agent("writer") + agent("helper"), routers: chain("helper", "writer") },
      {
        ...two,
        components: agent("first") + agent("writer") + agent("helper"),
        routers:
          "[{ from: helper, to: writer }, { from: first, to: end }, { from: writer, to: end }]",
      },
      ['minor component "first" is new'],
    ],
    [
      "one that others read",
      {
        components: `${agent("helper")}${step}${agent("writer").replace('["context:goal"]', '[{ from: "context:step.tool_responses", as: goal }]')}`,
        routers: chain("helper", "step", "writer"),
      },
      {
        components: agent("helper") + agent("writer"),
        routers: chain("helper", "writer"),
      },
      ['major component "step" is gone, which "writer" reads'],
    ],
    [
      "one that gave the answer and nobody refers to",
      {
        components: agent("helper") + agent("other"),
        routers: "[{ from: helper, to: end }, { from: other, to: end }]",
      },
      one,
      ['major component "other" is gone, which gave the answer'],
    ],
    [
      "another type at the end",
      one,
      {
        components: agent("helper").replace("AgentComponent", "OneOffComponent"),
        routers: one.routers,
      },
      ['major component "helper" is of type OneOffComponent, so that its outputs are others'],
    ],
    [
      "another type in between",
      two,
      {
        ...two,
        components: agent("helper").replace("AgentComponent", "OneOffComponent") + agent("writer"),
      },
      ['patch component "helper" is of type OneOffComponent, so that its outputs are others'],
    ],
    [
      "a tool more",
      one,
      { ...one, components: agent("helper").replace("toolset: []", "toolset: [read_file]") },
      ['minor tool read_file of component "helper" is new'],
    ],
    [
      "another tool of a step",
      { components: agent("helper") + step, routers: chain("helper", "step") },
      {
        components: `${agent("helper")}${step
          .replace("get_current_user", "read_file")
          .replace(" }", ", inputs: [{ from: a.txt, as: file_path, literal: true }] }")}`,
        routers: chain("helper", "step"),
      },
      [],
    ],
    [
      "a tool less",
      { ...one, components: agent("helper").replace("toolset: []", "toolset: [read_file]") },
      one,
      ['patch tool read_file of component "helper" is gone'],
    ],
    [
      "a preset more",
      { ...one, components: agent("helper").replace("toolset: []", "toolset: [read_file]") },
      { ...one, components: agent("helper").replace("toolset: []", "toolset: [read_file: {}]") },
      [],
    ],
    [
      "another environment",
      one,
      { ...one, environment: "chat" },
      ["major the environment is chat, not ambient"],
    ],
    [
      "the same in another order",
      two,
      { ...two, components: agent("writer") + agent("helper") },
      [],
    ],
    [
      "in a chat, an agent of another name",
      { environment: "chat-partial", components: agent("helper"), routers: "[]" },
      {
        environment: "chat-partial",
        components: agent("other").replace("goal", "goal"),
        routers: "[]",
      },
      [],
    ],
  ])("%s", (_, before, after, differences) => {
    expect(compare(before, after)).toEqual(differences);
  });
});

test("the gravest difference is the first", () => {
  const before = { components: agent("helper"), inputs: mr(url) };
  const after = {
    components: agent("helper").replace("toolset: []", "toolset: [read_file]"),
    inputs: mr(`${url}, id: { type: string }`),
  };
  expect(compare(before, after).map((each) => each.split(" ")[0])).toEqual(["major", "minor"]);
});
