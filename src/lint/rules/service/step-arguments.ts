import type { LintRule } from "../../rule/lint-rule.ts";

export const stepArguments: LintRule = {
  id: "step-arguments",
  origin: "service",
  severity: "error",
  codes: ["E86", "E87"],
  docs: {
    summary: "requires the inputs of a deterministic step to be arguments of its tool",
    rationale:
      "Each input of a step is one argument of its tool, called by `as` or else by the last part of the path. The service compares the names with the tool's parameters: the required ones must be there, and no others may be. Kinds of values are not compared, optional inputs count as given, and presets in the toolset do not. Where a tool had other parameters before, those are accepted too. The service tells what is too many only when nothing is missing; here both are told.",
    conditions: {
      E86: "a required argument of the tool has no input",
      E87: "an input is no argument of the tool",
    },
    repair: "name each input, by `as`, like a parameter of the tool",
  },
  examples: {
    bad: [
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    inputs: ["context:path"]
  - name: none
    type: DeterministicStepComponent
    tool_name: read_file
routers: [{ from: step, to: end }]
`,
        reports: [
          ["E86", 6],
          ["E87", 6],
          ["E86", 7],
        ],
      },
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    inputs:
      - { from: "context:goal", as: file_path }
      - { from: "context:goal", as: encoding, optional: true }
routers: [{ from: step, to: end }]
`,
        reports: [["E87", 8]],
      },
      {
        about: "Presets do not count, and a whole part of the state has no useful name",
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    toolset: [{ read_file: { file_path: README.md } }]
    inputs: [context]
routers: [{ from: step, to: end }]
`,
        reports: [
          ["E86", 7],
          ["E87", 7],
        ],
      },
    ],
    good: [
      {
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: read_file
    inputs:
      - { from: README.md, as: file_path, literal: true }
      - { from: "context:goal", as: limit, optional: true }
routers: [{ from: step, to: end }]
`,
      },
      {
        about: "The parameters that `run_command` had before, and a tool that takes anything",
        yaml: `flow: { entry_point: step }
components:
  - name: step
    type: DeterministicStepComponent
    tool_name: run_command
    inputs:
      - { from: git, as: program, literal: true }
      - { from: "context:goal", as: args }
  - name: plan
    type: DeterministicStepComponent
    tool_name: get_plan
    inputs: ["context:anything"]
routers: [{ from: step, to: end }]
`,
      },
    ],
  },
};
