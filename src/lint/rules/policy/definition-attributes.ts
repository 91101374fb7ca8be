import { suggest } from "../../../core/text/suggest.ts";
import {
  attributeNames,
  codingEnvironments,
  type DefinedValue,
  type Definition,
  type Definitions,
  featureMaturities,
  privilegeOf,
  privilegesByNumber,
  requiredAttributes,
} from "../../../flow/index.ts";
import { definitionSpot, nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionAttributes: LintRule = {
  id: "definition-attributes",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary:
      "requires the attributes of foundational agents and flows, with values that GitLab knows",
    rationale:
      "GitLab validates its definitions when they are first used, and what is invalid is not there. An agent needs `id`, `reference`, `name` and `description`; a flow `foundational_flow_reference`, `display_name`, `description` and `feature_maturity`. How finished a flow is decides who sees it, and a privilege that does not exist grants nothing. Attributes whose values only running Ruby would tell count as right.",
    repair: "write the attribute",
  },
  checkDefinitions({ file }) {
    return file.definitions.flatMap((definition) => [
      ...missing(definition, file),
      ...wrongChoices(definition, file),
      ...unknownPrivileges(definition, file),
      ...misspelled(definition, file),
    ]);
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - reference: helper
    version: v1
    name: ""
    description: Helps
flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
  - foundational_flow_reference: ferry/v1
    display_name: Ferry
    description: Carries
    feature_maturity: alpha
    coding_environment: partial
    agent_privileges: [read_write_gitlab, read_write_git, 9]
`,
        reports: [
          ["definition-attributes", 2],
          ["definition-attributes", 4],
          ["definition-attributes", 7],
          ["definition-attributes", 13],
          ["definition-attributes", 14],
          ["definition-attributes", 15],
          ["definition-attributes", 15],
        ],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: helper
    version: v1
    name: Helper
    description: Helps
flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: beta
    coding_environment: none
    agent_privileges: [read_write_gitlab, 5]
`,
      },
    ],
  },
};

function missing(definition: Definition, file: Definitions): readonly Finding[] {
  const { kind, attributes, open } = definition;
  return requiredAttributes[kind].flatMap((name): readonly Finding[] => {
    const attribute = attributes.get(name);
    if (attribute === undefined) {
      const message = `${nameOf(definition)} has no "${name}"`;
      return open ? [] : [{ ...definitionSpot(file, definition), message }];
    }
    const { value } = attribute;
    if (value !== null && (typeof value !== "string" || value.trim() !== "")) return [];
    const message = `"${name}" of ${nameOf(definition)} is empty`;
    return [{ ...valueSpot(file, attribute), message, hint: "write what it is" }];
  });
}

const choices: Readonly<Record<string, readonly string[]>> = {
  coding_environment: codingEnvironments,
  feature_maturity: featureMaturities,
};

function wrongChoices({ kind, attributes }: Definition, file: Definitions): readonly Finding[] {
  if (kind !== "flow") return [];
  return Object.entries(choices).flatMap(([name, known]) => {
    const attribute = attributes.get(name);
    const value = attribute?.value;
    if (attribute === undefined || typeof value !== "string" || value.trim() === "") return [];
    if (known.includes(value)) return [];
    const message = `there is no "${name}" called "${value}"`;
    return [{ ...valueSpot(file, attribute), message, hint: `it is ${known.join(", ")}` }];
  });
}

function unknownPrivileges(
  { kind, attributes }: Definition,
  file: Definitions,
): readonly Finding[] {
  if (kind !== "flow") return [];
  const lists = ["agent_privileges", "pre_approved_agent_privileges"];
  return lists.flatMap((name) => {
    const items = attributes.get(name)?.items ?? [];
    return items.filter(isWrongPrivilege).map((item) => ({
      ...valueSpot(file, item),
      message: `there is no privilege ${JSON.stringify(item.value)}`,
      hint: privilegeHint(item),
    }));
  });
}

function isWrongPrivilege(item: DefinedValue): boolean {
  return item.value !== undefined && privilegeOf(item) === undefined;
}

function privilegeHint({ value }: DefinedValue): string {
  const names = [...privilegesByNumber.values()];
  const near = typeof value === "string" ? suggest(value.toLowerCase(), names) : undefined;
  return near === undefined ? `there are ${names.join(", ")}` : `did you mean "${near}"?`;
}

/** In YAML the format itself says so. Ruby may know attributes that are newer than our list. */
function misspelled({ kind, attributes }: Definition, file: Definitions): readonly Finding[] {
  if (file.language === "yaml") return [];
  const known = attributeNames[kind];
  return [...attributes.values()].flatMap(({ name, at, keyRange }): readonly Finding[] => {
    const near = known.includes(name) ? undefined : suggest(name, known);
    if (near === undefined || attributes.has(near)) return [];
    const message = `GitLab knows no attribute "${name}" of ${kind === "agent" ? "agents" : "flows"}`;
    return [{ severity: "warning", message, hint: `did you mean "${near}"?`, at, range: keyRange }];
  });
}
