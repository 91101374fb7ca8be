import {
  deprecatedEnvironments,
  type Definition,
  type FlowEnvironment,
  textOf,
  workflowEnvironments,
} from "../../../flow/index.ts";
import { definitionSpot, nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import type { DefinitionsInput } from "../../definitions/known-definitions.ts";
import { selectedFlows } from "../../definitions/selected-flows.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const definitionEnvironment: LintRule = {
  id: "definition-environment",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "requires an environment that GitLab knows, and that is the one of the flow's config",
    rationale:
      "The `environment` of a definition says how sessions run: `ambient`, `chat`, `chat_partial` or `external`; `web` and `ide` are old names of the first two, and work. `cli`, which GitLab's documentation mentions, does not exist, and makes the definition invalid. The config has an `environment` of its own, with other values. Where the two differ, the service assembles prompts for one kind of session and GitLab runs another, so that a conversation waits for a user who is not there, or nobody can answer; agents are for chats.",
    repair: "write ambient, or leave it out",
  },
  checkDefinitions(input) {
    return input.file.definitions.flatMap((definition) => [
      ...wrongValue(definition, input),
      ...disagreement(definition, input),
    ]);
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
    environment: cli
  - foundational_flow_reference: ferry/v1
    display_name: Ferry
    description: Carries
    feature_maturity: ga
    environment: web
`,
        reports: [
          ["definition-environment", 6],
          ["definition-environment", 11],
        ],
      },
      {
        about: "The config is for chats",
        path: "flows/definitions.yml",
        yaml: `flows:
  - foundational_flow_reference: helper/v1
    display_name: Helper
    description: Helps
    feature_maturity: ga
    environment: ambient
`,
        beside: { "flows/helper/1.0.0.yml": "environment: chat\n" },
        reports: [["definition-environment", 6]],
      },
    ],
    good: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - { id: 1, reference: talker, version: v1, name: Talker, description: Talks }
flows:
  - foundational_flow_reference: helper/v1
    display_name: Helper
    description: Helps
    feature_maturity: ga
    environment: ambient
`,
        beside: {
          "flows/helper/1.0.0.yml": "environment: ambient\n",
          "flows/talker/1.0.0.yml": "environment: chat\n",
        },
      },
    ],
  },
};

function wrongValue({ attributes }: Definition, { file }: DefinitionsInput): readonly Finding[] {
  const attribute = attributes.get("environment");
  const value = textOf(attribute);
  if (attribute === undefined || value === undefined) return [];
  const spot = valueSpot(file, attribute);
  if (!workflowEnvironments.includes(value)) {
    const known = workflowEnvironments.filter(
      (name) => !Object.hasOwn(deprecatedEnvironments, name),
    );
    const message = `GitLab has no environment "${value}"`;
    return [{ ...spot, message, hint: `there are ${known.join(", ")}` }];
  }
  if (!Object.hasOwn(deprecatedEnvironments, value)) return [];
  const next = deprecatedEnvironments[value] ?? "";
  const message = `"${value}" is the old name of the environment "${next}"`;
  return [{ ...spot, severity: "info", message, hint: `write ${next}` }];
}

/** What of the configs' environments fits to one of GitLab's; anything fits to those that are left out. */
const fitting: Readonly<Record<string, FlowEnvironment>> = {
  ambient: "ambient",
  web: "ambient",
  chat: "chat",
  ide: "chat",
  chat_partial: "chat-partial",
};

function disagreement(definition: Definition, input: DefinitionsInput): readonly Finding[] {
  const { kind, attributes, open } = definition;
  const attribute = attributes.get("environment");
  const isWritten = attribute !== undefined && attribute.value !== null;
  const said = isWritten ? textOf(attribute) : "ambient";
  if (said === undefined || (open && !isWritten)) return [];
  const fits = (environment: FlowEnvironment): boolean => {
    if (kind === "agent") return environment !== "ambient";
    return !Object.hasOwn(fitting, said) || fitting[said] === environment;
  };
  const other = selectedFlows(definition, input.known).find((flow) => {
    const inspected = input.known.flows.inspect(flow)?.flow;
    return (
      inspected !== undefined &&
      inspected.declaredEnvironment !== "" &&
      !fits(inspected.environment)
    );
  });
  if (other === undefined) return [];
  const own = input.known.flows.inspect(other)?.flow.environment ?? "";
  const where = `${other.reference}/${other.version}.yml says "${own}"`;
  const message =
    kind === "agent"
      ? `${nameOf(definition)} is for chats, and ${where}`
      : `${nameOf(definition)} runs as "${said}", and ${where}`;
  const spot = isWritten
    ? valueSpot(input.file, attribute)
    : definitionSpot(input.file, definition);
  const hint = "make them agree";
  return [{ ...spot, severity: "warning", message, hint }];
}
