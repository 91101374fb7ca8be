import {
  type Definition,
  type DefinedValue,
  type FlowInspection,
  grantedPrivileges,
} from "../../../flow/index.ts";
import { nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import type { DefinitionsInput } from "../../definitions/known-definitions.ts";
import { possibleFlows } from "../../definitions/selected-flows.ts";
import { toolsOf } from "../../definitions/tools-of.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const unneededPrivilege: LintRule = {
  id: "unneeded-privilege",
  origin: "policy",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports privileges of a definition that no tool of its flow needs",
    rationale:
      "What a session may do is what its privileges say, whatever the flow is made for: a privilege that no tool needs is of no use to the flow, and is there for whoever finds a way to use it. A privilege to write is not needed either where all tools that it enables only read, and the one to read enables them too. Every version that the definition may select is asked. `run_mcp_tools` is left alone, for what MCP servers provide is only known in a session.",
    repair: "remove it",
  },
  checkDefinitions(input) {
    return input.file.definitions.flatMap((definition) => unneeded(definition, input));
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
    agent_privileges:
      - read_write_gitlab
      - run_commands
      - run_mcp_tools
`,
        beside: {
          "flows/dredge/1.0.0.yml": `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [get_issue] }
`,
        },
        reports: [
          ["unneeded-privilege", 7],
          ["unneeded-privilege", 8],
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
    feature_maturity: ga
    agent_privileges: [read_only_gitlab, read_write_gitlab, run_commands]
`,
        beside: {
          "flows/dredge/1.0.0.yml": `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [get_issue, create_issue, run_command] }
`,
        },
      },
    ],
  },
};

/** The privilege that enables the tools of another one that only read. */
const readers: Readonly<Record<string, string>> = {
  read_write_files: "read_only_files",
  read_write_gitlab: "read_only_gitlab",
};

function unneeded(definition: Definition, input: DefinitionsInput): readonly Finding[] {
  const granted = grantedPrivileges(definition) ?? [];
  const needs = neededBy(definition, input);
  if (needs === undefined) return [];
  return granted.flatMap(({ name, value }): readonly Finding[] => {
    if (value === undefined || name === "run_mcp_tools") return [];
    return whyNot(name, needs, { value, definition, input });
  });
}

/** For each tool, the privileges that enable it; undefined where not every version is known. */
function neededBy(
  definition: Definition,
  { known, knowledge }: DefinitionsInput,
): readonly (readonly string[])[] | undefined {
  const { tool: find } = knowledge;
  const inspected = possibleFlows(definition, known).map((flow) => known.flows.inspect(flow));
  if (find === undefined || inspected.length === 0) return undefined;
  const flows = inspected.filter((each): each is FlowInspection => each?.problems.length === 0);
  if (flows.length < inspected.length) return undefined;
  return flows.flatMap(({ flow }) => toolsOf(flow).map(({ tool }) => find(tool)?.privileges ?? []));
}

interface Granting {
  readonly value: DefinedValue;
  readonly definition: Definition;
  readonly input: DefinitionsInput;
}

function whyNot(
  name: string,
  needs: readonly (readonly string[])[],
  { value, definition, input }: Granting,
): readonly Finding[] {
  const enabled = needs.filter((privileges) => privileges.includes(name));
  const spot = valueSpot(input.file, value);
  if (enabled.length === 0) {
    return [{ ...spot, message: `no tool of ${nameOf(definition)} needs "${name}"` }];
  }
  const reader = Object.hasOwn(readers, name) ? (readers[name] ?? "") : undefined;
  if (reader === undefined || !enabled.every((privileges) => privileges.includes(reader)))
    return [];
  const message = `every tool of ${nameOf(definition)} that "${name}" enables only reads`;
  return [{ ...spot, message, hint: `"${reader}" is enough` }];
}
