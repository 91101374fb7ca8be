import { expect, test } from "vitest";
import { bundledKnowledge } from "../../knowledge/index.ts";
import { lintText } from "../../lint-text.ts";
import { completeExample } from "../../rule/complete-example.ts";

const agent = "type: AgentComponent, prompt_id: help, toolset: []";
const components = `components:
  - { name: helper, ${agent}, inputs: ["context:goal"] }
  - { name: writer, ${agent}, inputs: [{ from: "context:helper.final_answer", as: goal }] }
  - { name: ask, type: HumanInputComponent, sends_response_to: writer, message_template: "Done?" }
`;
const routers = `routers:
  - { from: helper, to: writer }
  - { from: writer, to: ask }
  - from: ask
    condition:
      input: context:ask.approval
      routes: { approve: end, modify: writer, default_route: abort }
`;

function codes(yaml: string): readonly string[] {
  const found = lintText(completeExample({ yaml }), "flow.yml", { knowledge: bundledKnowledge });
  return found.map(({ code, rule }) => code ?? rule);
}

test("the flow itself is clean", () => {
  expect(codes(components + routers)).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  [
    "a name that is misspelled",
    `${components.replace("name: writer", "name: wirter")}${routers}`,
    ["E103", "E101", "E103"],
  ],
  [
    "a router without a start",
    components + routers.replace("from: helper, to", "form: helper, to"),
    ["E100"],
  ],
  ["a target that is misspelled", components + routers.replace("to: ask", "to: aks"), ["E103"]],
  [
    "a condition without an input",
    components + routers.replace("input: context", "inptu: context"),
    ["E106"],
  ],
  [
    "an entry point that is misspelled",
    `flow: { entry_point: hepler }\n${components}${routers}`,
    ["E111"],
  ],
  [
    "a component without a type",
    components.replace("type: HumanInputComponent, ", "") + routers,
    ["E52"],
  ],
  [
    "a component of an unknown type",
    components.replace("HumanInput", "HumanInputs") + routers,
    ["E53"],
  ],
  ["no name", components.replace("name: ask, ", "") + routers, ["E51"]],
  ["broken YAML", components + routers.replace("to: ask }", "to: ask"), ["E01"]],
  ["an unknown version", `version: v2\n${components}${routers}nonsense: 1\n`, ["E05"]],
  ["no router", `${components}routers:\n`, ["E13"]],
  ["a key of the entry point", `flow: { entrypoint: helper }\n${components}${routers}`, ["E50"]],
  [
    "a prompt that is misspelled",
    `${components.replace("prompt_id: help,", "prompt_id: hepl,").replaceAll("prompt_id: help,", "prompt_id: hepl,")}${routers}`,
    ["L03", "L03"],
  ],
  [
    "a router that is missing",
    components + routers.replace("  - { from: writer, to: ask }\n", ""),
    ["L06", "L07"],
  ],
  [
    "a key that YAML reads as a boolean",
    components + routers.replace("approve: end", "yes: end"),
    ["L09"],
  ],
])("%s is told, and nothing that follows from it", (_, yaml, expected) => {
  expect(codes(yaml)).toEqual(expected);
});
