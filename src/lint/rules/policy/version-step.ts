import { parseVersion } from "../../../flow/index.ts";
import { isReadable } from "../../analysis/is-readable.ts";
import { spotOf } from "../../analysis/spot.ts";
import { compareFlows, isLess } from "../../change/compare-flows.ts";
import { inspectBase } from "../../change/inspect-base.ts";
import { stepBetween, versionAfter } from "../../change/version-steps.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

/** How many changes a message names. */
const maxNamed = 3;

const first = `version: v1
environment: ambient
flow: { entry_point: helper }
`;
const withInput = (optional: string): string => `version: v1
environment: ambient
flow:
  entry_point: helper
  inputs:
    - category: merge_request
      input_schema: { url: { type: string${optional} } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - "context:goal"
      - { from: "context:inputs.merge_request.url", as: url, optional: true }
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }} {{ url }}" }
`;

export const versionStep: LintRule = {
  id: "version-step",
  origin: "policy",
  severity: "error",
  codes: [],
  needs: ["change"],
  docs: {
    summary:
      "requires a new version of a flow to be as far from the last one as its changes ask for",
    rationale:
      "A caller that asks for `^1.0.0` gets `1.1.0` as soon as it is there, and must go on as before. With `--base <git-ref>` or `--changed-since <git-ref>`, a file that the merge base does not have is compared with the nearest lower released version of the same flow, in the work tree or in the base. A major step is asked for by another environment, an input field that is new and required or becomes required or has another type, an input that version 1.0.0 of its envelope does not satisfy any more, a component that is gone although others read it, lead to it or delegate to it, and an output that is gone from a component that ends the flow: the component itself, its type, a field of its response schema or the field's type. A minor step is asked for by what is added: components, inputs, tools of agents, fields. A patch is enough for the rest, such as the words of a prompt. Below 1.0.0 the second number counts as the first. Experimental flows, and names that are no versions (`2.0.0-goal`), are left alone; a pre-release is judged by the version that it announces.",
    repair: "name the file for a version that is far enough from the last one",
  },
  check(input) {
    const { identity, change, flow } = input;
    if (identity === undefined || identity.experimental || change?.lower === undefined) return [];
    if (change.before !== undefined || !isReadable(input)) return [];
    const version = parseVersion(identity.version);
    const lower = parseVersion(change.lower.version);
    if (version === undefined || lower === undefined) return [];
    const before = inspectBase(change.lower.text, input);
    if (!isReadable(before)) return [];
    const step = stepBetween(lower, version);
    const wanting = compareFlows(before.flow, flow).filter((each) => isLess(step, each.step));
    const [gravest] = wanting;
    if (gravest === undefined) return [];
    const needed = versionAfter(lower, gravest.step);
    const causes = wanting.filter((each) => each.step === gravest.step);
    const named = causes.slice(0, maxNamed).map(({ message }) => message);
    const others = causes.length - named.length;
    const why = [named.join("; "), ...(others > 0 ? [`${others} more`] : [])].join("; and ");
    const message = `after ${lower.text} this needs ${needed}, not ${identity.version}: ${why}`;
    return [{ ...spotOf(flow, gravest.at), message, hint: `name the file ${needed}.yml` }];
  },
  examples: {
    bad: [
      {
        about: "`1.0.0` asked for no input",
        path: "flows/helper/1.1.0.yml",
        base: { "flows/helper/1.0.0.yml": first },
        yaml: withInput(""),
        reports: [["version-step", 7]],
      },
      {
        about: "`1.0.0` had no tools, and more than a repair is new",
        path: "flows/helper/1.0.1.yml",
        base: { "flows/helper/1.0.0.yml": first },
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [read_file]
    inputs: ["context:goal"]
`,
        reports: [["version-step", 5]],
      },
    ],
    good: [
      {
        path: "flows/helper/2.0.0.yml",
        base: { "flows/helper/1.0.0.yml": first },
        yaml: withInput(""),
      },
      {
        about: "An input that nobody has to send is an addition",
        path: "flows/helper/1.1.0.yml",
        base: { "flows/helper/1.0.0.yml": first },
        yaml: withInput(", optional: true"),
      },
    ],
  },
};
