import { isReadable } from "../../analysis/is-readable.ts";
import { spotOf } from "../../analysis/spot.ts";
import { firstDifference } from "../../change/first-difference.ts";
import { releasedBase } from "../../change/released-base.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

const released = `version: v1
environment: ambient
flow: { entry_point: helper }
components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers: [{ from: helper, to: end }]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
`;

export const releasedConfig: LintRule = {
  id: "released-config",
  origin: "policy",
  severity: "error",
  codes: [],
  needs: ["change"],
  docs: {
    summary: "forbids changes to a released version of a flow",
    rationale:
      "Whoever asks for `1.0.0` shall get what was tested as `1.0.0`: sessions, evals and the definitions of other teams rely on it, and a change to the file reaches all of them at once. The rule is asked with `--base <git-ref>` or `--changed-since <git-ref>` and compares with the merge base of that commit and HEAD. A version is released if its file was there under `<reference>/<version>.yml`, unless it is a pre-release (`2.0.0-dev`, `1.1.0rc1`) or has a name that no constraint selects (`2.0.0-goal`). What counts is what the service reads: comments, layout and the order of keys may change, but for the order of messages in a prompt and of what a response schema asks for. A file that the service refused may be repaired, for nobody can have used it. Experimental flows promise nothing and are left alone. A released file that is deleted is reported under its old path.",
    repair: "take the change back, and make it in a file for the next version",
  },
  check(input) {
    const { identity, change, flow } = input;
    if (identity === undefined || change === undefined || !isReadable(input)) return [];
    const before = releasedBase(input);
    if (before === undefined) return [];
    const difference = firstDifference(before.yaml.value ?? null, input.yaml.value ?? null);
    if (difference === undefined) return [];
    const { reference, version } = identity;
    const message = `${reference} ${version} is released, as ${change.base} has it, and reads differently here`;
    return [{ ...spotOf(flow, difference), message }];
  },
  examples: {
    bad: [
      {
        about: "In the base of the merge request the prompt was `You help.`",
        path: "flows/helper/1.0.0.yml",
        base: { "flows/helper/1.0.0.yml": released },
        yaml: released.replace("You help.", "You are of use."),
        whole: true,
        reports: [["released-config", 11]],
      },
    ],
    good: [
      {
        path: "flows/helper/1.0.0.yml",
        base: { "flows/helper/1.0.0.yml": released },
        yaml: released
          .replace("routers:", "# What follows.\nrouters:")
          .replace("You help.", '"You help."'),
        whole: true,
        about: "A comment and quotes do not change what the service reads",
      },
      {
        path: "flows/helper/1.1.0-dev.yml",
        base: { "flows/helper/1.1.0-dev.yml": released },
        yaml: released.replace("You help.", "You are of use."),
        whole: true,
        about: "A pre-release may change",
      },
    ],
  },
};
