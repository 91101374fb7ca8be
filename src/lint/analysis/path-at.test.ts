import { expect, test } from "vitest";
import { inspectFlow } from "../../flow/index.ts";
import { pathAt } from "./path-at.ts";

const { yaml } = inspectFlow(
  `# first
name: a
flow:
  entry_point: b  # here
  inputs: [c, { category: d }]

prompts:
  - text: |
      e
      f
`,
  "flow.yml",
);

test.each<[number, number, readonly (string | number)[]]>([
  [1, 3, []],
  [2, 1, ["name"]],
  [2, 7, ["name"]],
  [4, 4, ["flow", "entry_point"]],
  [4, 16, ["flow", "entry_point"]],
  [5, 12, ["flow", "inputs", 0]],
  [5, 17, ["flow", "inputs", 1, "category"]],
  [8, 6, ["prompts", 0, "text"]],
  [10, 7, ["prompts", 0, "text"]],
])("line %d, column %d is in %j", (line, column, path) => {
  expect(pathAt(yaml, { line, column })).toEqual(path);
});
