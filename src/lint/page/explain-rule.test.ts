import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { explainRule, rulePagePath } from "./explain-rule.ts";

test.each([
  ["max-cycles", "max-cycles"],
  ["Max-Cycles", "max-cycles"],
  ["E63", "max-cycles"],
  ["e64", "max-cycles"],
  ["E113", "subagents"],
])("%s is explained by the page of %s", (name, id) => {
  expect(explainRule(name)?.split("\n")[0]).toBe(`# ${id}`);
});

test.each(["E12", "E6", "E630", "max", "", "__proto__", "MODEL_MISSING"])(
  "%s is nobody's",
  (name) => {
    expect(explainRule(name)).toBeUndefined();
  },
);

test("a page says what is meant, when it is noticed, what to do, and what is really reported", () => {
  const page = explainRule("max-wrap-up-retries");
  expect(page).toMatchInlineSnapshot(`
    "# max-wrap-up-retries

    E65 (compiling the graph) · error · origin service

    This rule requires at least one attempt to come to an end.

    When an agent has used up its cycles, the service asks it for its final answer, and asks again when it calls tools instead, three times by default; then the run fails as stuck. Numbers below 1 are refused.

    Repair: use a whole number of at least 1, or leave it out for 3.

    Examples are parts of a flow; what they leave out is right.

    \`\`\`yaml
    components:
      - name: helper
        type: AgentComponent
        prompt_id: help
        toolset: []
        inputs: ["context:goal"]
        max_wrap_up_retries: 0
    \`\`\`

    \`\`\`text
    7:26 error E65 "max_wrap_up_retries" of component "helper" must be at least 1, not 0
      hint: leave it out for 3
    \`\`\`

    Nothing is reported here:

    \`\`\`yaml
    components:
      - name: helper
        type: AgentComponent
        prompt_id: help
        toolset: []
        inputs: ["context:goal"]
        max_wrap_up_retries: "1"
    \`\`\`

    Only agents have it:

    \`\`\`yaml
    components:
      - name: helper
        type: OneOffComponent
        prompt_id: help
        toolset: []
        max_wrap_up_retries: 0
    \`\`\`
    "
  `);
});

test("conditions say in which phase the service notices", () => {
  expect(explainRule("entry-point")).toContain(
    "\n- E15 (schema): `entry_point` is neither a text nor null.\n- E50 (compiling the graph): ",
  );
});

test("hints of their own are printed, the rule's advice is not repeated", () => {
  const page = explainRule("entry-point") ?? "";
  expect(page).toContain('  hint: did you mean "helper"?\n');
  expect(page.split(rules.get("entry-point")?.docs.repair ?? "")).toHaveLength(2);
});

test("rules of the service share a page, the others have their own", () => {
  expect(rulePagePath({ id: "max-cycles", origin: "service" })).toBe(
    "docs/rules/service.md#max-cycles",
  );
  expect(rulePagePath({ id: "secret-safety", origin: "policy" })).toBe(
    "docs/rules/secret-safety.md",
  );
});

describe.each(rules.ids)("the page of %s", (id) => {
  const lines = (explainRule(id) ?? "").split("\n");

  test("shows a report for every number, and a flow that is right", () => {
    const reported = lines.flatMap((line) => /^\d+:\d+ \w+ (\S+) /.exec(line)?.[1] ?? []);
    const { codes = [] } = rules.get(id) ?? {};
    // Rules without numbers are reported by their name.
    const names = codes.length === 0 ? [id] : codes;
    expect([...new Set(reported)].toSorted()).toEqual(names.toSorted());
    expect(lines).toContain("Nothing is reported here:");
  });

  test("is well-formed Markdown", () => {
    expect(lines.filter((line) => line.startsWith("```")).length % 2).toBe(0);
    expect(lines.filter((line, index) => line === "" && lines[index + 1] === "")).toEqual([]);
    expect(lines.at(-1)).toBe("");
  });
});
