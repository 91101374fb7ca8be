import { expect, test } from "vitest";
import type { LintRule } from "../rule/lint-rule.ts";
import type { BadExample } from "../rule/rule-example.ts";
import { rules } from "../rules/index.ts";
import { exampleLines, isFixable, shownExamples } from "./example-lines.ts";

const yaml = `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    max_cycles: 0
`;

function ruleWith(...bad: readonly BadExample[]): LintRule {
  const rule = rules.get("max-cycles");
  if (rule === undefined) throw new TypeError("the rule is gone");
  return { ...rule, examples: { bad, good: [] } };
}

test("an example is told with its place, with the files around it, and with its repair", () => {
  const example: BadExample = {
    yaml,
    path: "flows/helper/1.0.0.yml",
    beside: { "flows/definitions.rb": "A = 1\n" },
    base: { "flows/helper/1.0.0.yml": "name: helper\n" },
    reports: [["E63", 7]],
    fixed: "name: fixed\n",
  };
  expect(exampleLines(ruleWith(example), example).join("\n")).toMatchInlineSnapshot(`
    "
    \`flows/helper/1.0.0.yml\`:

    \`\`\`yaml
    components:
      - name: helper
        type: AgentComponent
        prompt_id: help
        toolset: []
        inputs: ["context:goal"]
        max_cycles: 0
    \`\`\`

    Beside it, \`flows/definitions.rb\`:

    \`\`\`ruby
    A = 1
    \`\`\`

    In the target of the merge request, \`flows/helper/1.0.0.yml\`:

    \`\`\`yaml
    name: helper
    \`\`\`

    \`\`\`text
    7:17 error E63 "max_cycles" of component "helper" must be at least 1, not 0
      hint: leave it out for 280
    \`\`\`

    \`--fix\` makes of it:

    \`\`\`yaml
    name: fixed
    \`\`\`"
  `);
});

test("what an example shows stands before its place", () => {
  const example: BadExample = { yaml, about: "Zero", path: "a/1.0.0.yml", reports: [["E63", 7]] };
  expect(exampleLines(ruleWith(example), example).slice(0, 2)).toEqual([
    "",
    "Zero; `a/1.0.0.yml`:",
  ]);
});

test("an example that is repaired is worth printing, and marks its rule", () => {
  const plain: BadExample = { yaml, reports: [["E63", 7]] };
  const repaired: BadExample = { ...plain, fixed: "name: fixed\n" };
  expect(isFixable(ruleWith(plain))).toBe(false);
  expect(isFixable(ruleWith(plain, repaired))).toBe(true);
  expect(shownExamples(ruleWith(plain, plain)).bad).toEqual([plain]);
  expect(shownExamples(ruleWith(plain, repaired)).bad).toEqual([plain, repaired]);
});
