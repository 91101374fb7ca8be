import { referenceOf } from "../../../flow/index.ts";
import { nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionExperimental: LintRule = {
  id: "definition-experimental",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids foundational agents and flows of the experimental format",
    rationale:
      "GitLab's own rule for foundational flows: none uses `experimental` features of the registry. These change without notice and without a new version, so that a flow which every customer has would break from one day to the next. How finished a flow is says `feature_maturity`, also that it is experimental.",
    repair: "move the flow to v1, and say `feature_maturity: experimental` if it is not finished",
  },
  checkDefinitions({ file }) {
    return file.definitions.flatMap((definition) => {
      const named = referenceOf(definition);
      if (named?.format !== "experimental") return [];
      const version = definition.attributes.get("version");
      const spot = definition.kind === "agent" && version !== undefined ? version : named.attribute;
      const message = `${nameOf(definition)} is of the experimental format`;
      return [{ ...valueSpot(file, spot), message }];
    });
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: helper
    version: experimental
    name: Helper
    description: Helps
flows:
  - foundational_flow_reference: dredge/experimental
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: beta
`,
        reports: [
          ["definition-experimental", 4],
          ["definition-experimental", 8],
        ],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: experimental
`,
      },
    ],
  },
};
