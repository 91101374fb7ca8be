import type { Located } from "../../../flow/index.ts";
import { pathAt } from "../../analysis/path-at.ts";
import { onFirstLine, spotOf } from "../../analysis/spot.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const duplicates: LintRule = {
  id: "duplicates",
  origin: "style",
  severity: "warning",
  codes: ["L13"],
  docs: {
    summary: "forbids to say the same thing twice where only the last one counts",
    rationale:
      "Of two equal keys of a mapping, of two prompts of one id, of two categories and of two inputs under one name, the service takes the last one and forgets the other; two inputs that are both mappings it merges. Nobody is told, and whoever edits the first one wonders why nothing changes.",
    repair: "remove one of the two, or give it another name",
  },
  check(input) {
    const { flow } = input;
    return [
      ...duplicateKeys(input),
      ...repeated(input, flow.prompts, {
        field: "prompt_id",
        what: (name) => `there is a second prompt "${name}", which replaces the first`,
        nameOf: ({ id }) => id,
      }),
      ...repeated(input, flow.inputs, {
        field: "category",
        what: (name) => `category "${name}" is declared a second time, which replaces the first`,
        nameOf: ({ category }) => category,
      }),
      ...flow.components.flatMap((component) => {
        return repeated(input, component.inputs, {
          field: "as",
          what: (name) =>
            `component "${component.name}" has a second input "${name}", which replaces the first`,
          nameOf: ({ variable }) => variable,
        });
      }),
    ];
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - { category: merge_request, input_schema: { url: { type: string } } }
    - { category: merge_request, input_schema: { title: { type: string } } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    toolset: [read_file]
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:project_id", as: goal }
prompts:
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { user: "{{ goal }}" } }
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { user: "Do {{ goal }}" } }
`,
        reports: [
          ["L13", 5],
          ["L13", 11],
          ["L13", 14],
          ["L13", 17],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [read_file]
    inputs:
      - { from: "context:goal", as: goal }
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: [read_file]
    inputs:
      - { from: "context:goal", as: goal }
routers:
  - { from: helper, to: writer }
  - { from: writer, to: end }
`,
      },
    ],
  },
};

function duplicateKeys({ flow, yaml }: LintInput): readonly Finding[] {
  return yaml.problems.flatMap(({ code, message, hint, range }) => {
    if (code !== "duplicate-key") return [];
    const at = pathAt(yaml, range.start);
    return [{ at, range: onFirstLine(flow, range), code: "L13", message, hint }];
  });
}

interface Kind<T> {
  /** What holds the name. */
  readonly field: string;
  readonly what: (name: string) => string;
  readonly nameOf: (part: T) => string;
}

function repeated<T extends Located>(
  { flow }: LintInput,
  parts: readonly T[],
  { field, what, nameOf }: Kind<T>,
): readonly Finding[] {
  const first = new Map<string, T>();
  return parts.flatMap((part) => {
    const name = nameOf(part);
    const earlier = first.get(name);
    first.set(name, earlier ?? part);
    if (earlier === undefined || name === "") return [];
    const hint = `the first is on line ${earlier.range.start.line}`;
    return [{ ...spotOf(flow, [...part.at, field]), code: "L13", message: what(name), hint }];
  });
}
