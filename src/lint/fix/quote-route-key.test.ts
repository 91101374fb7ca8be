import { expect, test } from "vitest";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintText } from "../lint-text.ts";
import { completeExample } from "../rule/complete-example.ts";

/** What the key of a route is repaired to, by the type of the value that decides. */
function repaired(type: string, routes: string): readonly (string | undefined)[] {
  const yaml = completeExample({
    yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"],
      response_schema_id: verdict }
response_schemas:
  - schema_id: verdict
    definition: { type: object, required: [a], properties: { a: ${type} } }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer.a
      routes: { ${routes}, default_route: end }
`,
  });
  return lintText(yaml, "flow.yml", { knowledge: bundledKnowledge }).flatMap(({ code, fix }) => {
    return code === "L09" ? [fix?.edits[0]?.text] : [];
  });
}

test.each([
  ["{ type: boolean }", "true: end", '"True"'],
  ["{ type: boolean }", "yes: end", '"True"'],
  ["{ type: string }", "yes: end", '"yes"'],
  ["{ type: string }", "0x10: end", '"0x10"'],
  ["{ enum: [yes, no, 'no'] }", "no: end", '"False"'],
  ["{ enum: ['yes', 'no'] }", "no: end", '"no"'],
  ["{ type: integer }", "1: end", '"1"'],
  ["{ type: number }", "0x10: end", '"16"'],
  ["{ type: integer }", "true: end", undefined],
  ["{ enum: [a, b] }", "true: end", undefined],
  ["{ type: string }", 'yes: end, "yes": abort', undefined],
])("of %s, %s becomes %s", (type, routes, expected) => {
  expect(repaired(type, routes)).toEqual([expected]);
});
