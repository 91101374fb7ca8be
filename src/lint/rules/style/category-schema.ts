import { didYouMean } from "../../../core/text/suggest.ts";
import { constraintReach, type FlowInput } from "../../../flow/index.ts";
import { executorCategories } from "../../analysis/initial-context.ts";
import { spotOf } from "../../analysis/spot.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

const types = ["array", "boolean", "integer", "null", "number", "object", "string"];

export const categorySchema: LintRule = {
  id: "category-schema",
  origin: "style",
  severity: "error",
  codes: ["L20"],
  docs: {
    summary: "requires categories of context that can be satisfied and read",
    rationale:
      "Of the fields of a category the service makes a JSON Schema, and of its `version_constraint` a set of versions, but only when such context arrives: a type that JSON Schema does not have, or a text that is no constraint, passes the validator and ends every run that is sent the context. A category whose name contains a dot can be declared and never be read.",
    repair: `use one of the types ${types.join(", ")}, and a constraint such as \`^1.0.0\``,
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return [];
    // What the executor sends is never held to a declaration.
    const declared = flow.inputs.filter(({ category }) => !executorCategories.includes(category));
    return declared.flatMap((category) => checkCategory(input, category));
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      version_constraint: latest
      input_schema:
        url: { type: text }
        labels: { type: "list" }
    - category: merge.request
      input_schema: {}
`,
        reports: [
          ["L20", 5],
          ["L20", 7],
          ["L20", 8],
          ["L20", 9],
        ],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      version_constraint: ^1.0.0
      input_schema:
        url: { type: string, format: uri }
        labels: { type: array, optional: true }
    - category: pipeline
      version_constraint:
      input_schema: {}
`,
      },
    ],
  },
};

function checkCategory(
  { flow }: LintInput,
  { category, fields, versionConstraint, at }: FlowInput,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (path: Finding["at"], message: string, hint?: string): void => {
    findings.push({ ...spotOf(flow, path), code: "L20", message, hint });
  };
  if (/[.:]/.test(category)) {
    add(
      [...at, "category"],
      `no input can read the category "${category}"`,
      "use letters, digits and underscores",
    );
  }
  if (versionConstraint !== undefined && constraintReach(versionConstraint) === "none") {
    const message = `"${versionConstraint}" of category "${category}" is no constraint on versions`;
    add([...at, "version_constraint"], message, 'write "^1.0.0"');
  }
  for (const { name, type, at: field } of fields) {
    if (type === "" || types.includes(type)) continue;
    const message = `field "${name}" of category "${category}" has the type "${type}", which does not exist`;
    add([...field, "type"], message, otherNames.get(type) ?? didYouMean(type, types));
  }
  return findings;
}

/** What other languages call them. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bool: "boolean",
    dict: "object",
    float: "number",
    int: "integer",
    list: "array",
    map: "object",
    str: "string",
    text: "string",
  }).map(([name, type]) => [name, `write "${type}"`]),
);
