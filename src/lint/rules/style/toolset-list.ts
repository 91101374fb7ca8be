import { isPyDict, isPyList, type PyValue } from "../../../core/python/py-value.ts";
import { isSound } from "../../analysis/faults.ts";
import { keySpot, spotOf } from "../../analysis/spot.ts";
import { itemsAt, valueAt } from "../../analysis/written.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const toolsetList: LintRule = {
  id: "toolset-list",
  origin: "style",
  severity: "error",
  codes: ["L02"],
  docs: {
    summary: "requires toolsets that are lists of names and of names with presets",
    rationale:
      "The service goes through a toolset whatever it is: through a text letter by letter, and through a mapping by its keys, without their presets. Items that are neither a name nor a mapping, such as a list that was meant to be joined to another one, are passed over. No error comes of it; the agent just does not have the tools.",
    repair: "write a list with one tool in each item",
  },
  check(input) {
    const { flow } = input;
    return itemsAt(input, ["components"]).flatMap((at): readonly Finding[] => {
      const toolset = [...at, "toolset"];
      const value = valueAt(input, toolset);
      if (value === undefined || !isSound(input, toolset)) return [];
      const name = valueAt(input, [...at, "name"]);
      const owner =
        typeof name === "string" ? `component "${name}"` : `component ${Number(at[1]) + 1}`;
      if (typeof value === "string") {
        const message = `the toolset of ${owner} is a text and not a list, which leaves it without tools`;
        return [{ ...spotOf(flow, toolset), code: "L02", message, hint: `write [${value}]` }];
      }
      if (isPyDict(value)) {
        const message = `the toolset of ${owner} is a mapping and not a list, so that presets are lost`;
        return [
          { ...keySpot(flow, toolset), code: "L02", message, hint: 'begin each tool with "- "' },
        ];
      }
      if (!isPyList(value)) return [];
      return value.flatMap((item, index) => {
        if (typeof item === "string" || isPyDict(item)) return [];
        const message = `item ${index + 1} of the toolset of ${owner} is ${whatIs(item)} and is passed over`;
        const hint = isPyList(item) ? "YAML cannot join lists: write every tool down" : undefined;
        return [{ ...spotOf(flow, [...toolset, index]), code: "L02", message, hint }];
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: read_file
  - name: writer
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      get_issue: { project_id: 7 }
routers:
  - { from: helper, to: writer }
  - { from: writer, to: end }
`,
        reports: [
          ["L02", 6],
          ["L02", 11],
        ],
      },
      {
        about: "An alias does not join lists",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: &readers [read_file, find_files]
  - name: writer
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - *readers
      - edit_file
      -
routers:
  - { from: helper, to: writer }
  - { from: writer, to: end }
`,
        reports: [
          ["L02", 12],
          ["L02", 14],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - read_file
      - get_issue: { project_id: 7 }
`,
      },
      {
        about: "None at all",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"], toolset: [] }
`,
      },
    ],
  },
};

function whatIs(value: PyValue): string {
  if (value === null) return "empty";
  if (isPyList(value)) return "a list";
  return typeof value === "boolean" ? "true or false" : "no text";
}
