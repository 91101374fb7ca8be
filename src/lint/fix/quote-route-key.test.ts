import { expect, test } from "vitest";
import type { Diagnostic } from "../diagnostic.ts";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintText } from "../lint-text.ts";
import { completeExample } from "../rule/complete-example.ts";

/** What is said of routes with keys that are no text, by the type of the value that decides. */
function found(type: string, routes: string): readonly Diagnostic[] {
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
  const options = { knowledge: bundledKnowledge };
  return lintText(yaml, "flow.yml", options).filter(({ code }) => code === "L09");
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
  expect(found(type, routes).map(({ fix }) => fix?.edits[0]?.text)).toEqual([expected]);
});

test.each([
  ["{ type: string }", "yes: end", 'write "yes" in quotes (`--fix` does)'],
  ["{ enum: [a, b] }", "true: end", 'write "True" in quotes, if that is what the value prints as'],
])("of %s, the hint at %s is what the repair does", (type, routes, hint) => {
  expect(found(type, routes)).toMatchObject([{ hint }]);
});
