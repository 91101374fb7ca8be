import { constraintReach, type Flow, type NodePath } from "../../../flow/index.ts";
import { spotOf } from "../../analysis/spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const openConstraint: LintRule = {
  id: "open-constraint",
  origin: "style",
  severity: "warning",
  codes: ["L23"],
  docs: {
    summary: "requires constraints on versions to have a bound on either side",
    rationale:
      "The highest version that satisfies a constraint is taken, whatever it is: the next major version as soon as there is one. And of a constraint that is open on a side, such as `>=1.0.0`, `*` or `!=1.2.0`, the service does not leave out pre-releases, so that a run may get a prompt that ends in `-dev`.",
    repair: "write `^1.0.0`, or one exact version",
  },
  check({ flow }) {
    return constraintsOf(flow).flatMap(({ text, at }) => {
      if (text === undefined || constraintReach(text) !== "open") return [];
      const message = `the constraint "${text}" is open, so that any later version, even a pre-release, satisfies it`;
      return [{ ...spotOf(flow, at), code: "L23", message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      version_constraint: "*"
      input_schema: { url: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: categorize_question
    prompt_version: ">=1.0.0"
    response_schema_id: sast_fp_detection
    response_schema_version: "!=2.0.0"
    toolset: []
    inputs:
      - { from: "context:goal", as: previous_answer }
      - { from: "context:goal", as: question }
`,
        reports: [
          ["L23", 5],
          ["L23", 11],
          ["L23", 13],
        ],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request
      version_constraint: ">=1.0.0,<3"
      input_schema: { url: { type: string } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: categorize_question
    prompt_version: 1.0.0
    response_schema_id: sast_fp_detection
    response_schema_version: ^1.0.0
    toolset: []
    inputs:
      - { from: "context:goal", as: previous_answer }
      - { from: "context:goal", as: question }
`,
      },
    ],
  },
};

interface Constraint {
  readonly text: string | undefined;
  readonly at: NodePath;
}

function constraintsOf({ inputs, components, environment }: Flow): readonly Constraint[] {
  // A chat does not look at the versions of what it is given.
  const categories = environment === "chat-partial" ? [] : inputs;
  return [
    ...categories.map(({ versionConstraint: text, at }) => ({
      text,
      at: [...at, "version_constraint"],
    })),
    ...components.flatMap((component) => {
      if (!("promptId" in component)) return [];
      const prompt = { text: component.promptVersion, at: [...component.at, "prompt_version"] };
      if (component.type !== "AgentComponent") return [prompt];
      const at = [...component.at, "response_schema_version"];
      return [prompt, { text: component.responseSchemaVersion, at }];
    }),
  ];
}
