import {
  constraintReach,
  type Definition,
  grantedPrivileges,
  referenceOf,
} from "../../../flow/index.ts";
import { spotOf } from "../../analysis/spot.ts";
import { nameOf } from "../../definitions/definition-spot.ts";
import { allDefinitions } from "../../definitions/known-definitions.ts";
import { selectedFlows } from "../../definitions/selected-flows.ts";
import { toolsOf } from "../../definitions/tools-of.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const ungrantedTool: LintRule = {
  id: "ungranted-tool",
  origin: "policy",
  severity: "warning",
  codes: [],
  docs: {
    summary: "requires tools that a privilege of the flow's definition enables",
    rationale:
      "A session has the tools that its privileges enable, and the service leaves out the others without a word: the prompt speaks of a tool that the agent does not have, and a step cannot run. It is a warning, because an instance may grant more than the definition says. Granted are the definition's `agent_privileges`, else its `pre_approved_agent_privileges`, else GitLab's default: everything but `start_flows` and `read_only_files`, whose tools `read_write_files` brings too. Asked are the version that the definition selects and those that are newer; an older one runs with definitions of its time.",
    repair: "grant the privilege in the definition, or remove the tool",
  },
  needs: ["definitions"],
  check(input) {
    const { flow, knowledge, mcpTools } = input;
    const definitions = definitionsFor(input);
    const grants = definitions.map((definition) => grantedPrivileges(definition));
    return toolsOf(flow).flatMap(({ tool, component, at }) => {
      const needed = knowledge.tool?.(tool)?.privileges ?? [];
      if (needed.length === 0 || mcpTools.includes(tool)) return [];
      const index = grants.findIndex((granted) => {
        return granted !== undefined && !granted.some(({ name }) => needed.includes(name));
      });
      const definition = definitions[index];
      if (definition === undefined) return [];
      const message = `component "${component}" has no tool "${tool}" in a session: ${nameOf(definition)} does not grant ${needed.join(" or ")}`;
      return [{ ...spotOf(flow, at), message }];
    });
  },
  examples: {
    bad: [
      {
        path: "flows/dredge/1.0.0.yml",
        yaml: `flow: { entry_point: look }
components:
  - { name: look, type: DeterministicStepComponent, tool_name: run_command,
      inputs: [{ from: "ls", as: command, literal: true }] }
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue
      - create_issue
routers: [{ from: look, to: helper }, { from: helper, to: end }]
`,
        beside: {
          "flows/definitions.yml": `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
    pre_approved_agent_privileges: [read_only_gitlab]
`,
        },
        reports: [
          ["ungranted-tool", 3],
          ["ungranted-tool", 11],
        ],
      },
    ],
    good: [
      {
        path: "flows/dredge/1.0.0.yml",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: [get_issue, create_issue, todo_write, orbit_query_graph]
`,
        beside: {
          "flows/definitions.yml": `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
    agent_privileges: [read_write_gitlab]
    pre_approved_agent_privileges: [read_only_gitlab]
`,
        },
      },
      {
        about: "The definition selects a newer version",
        path: "flows/dredge/1.0.0.yml",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [create_issue] }
`,
        beside: {
          "flows/dredge/1.1.0.yml": "environment: ambient\n",
          "flows/definitions.yml": `flows:
  - foundational_flow_reference: dredge/v1
    display_name: Dredge
    description: Keeps the channel deep
    feature_maturity: ga
    flow_version: ^1.0.0
    agent_privileges: [read_only_gitlab]
`,
        },
      },
    ],
  },
};

/** The definitions whose sessions run this version, or will when they select a newer one. */
function definitionsFor({ identity, definitions: known }: LintInput): readonly Definition[] {
  if (identity === undefined || known === undefined) return [];
  const { reference, version, experimental } = identity;
  const format = experimental ? "experimental" : "v1";
  const order = known.flows.versionsOf(reference, format).map((each) => each.version);
  return allDefinitions(known).filter((definition) => {
    const named = referenceOf(definition);
    if (named?.reference !== reference || named.format !== format) return false;
    const selected = selectedFlows(definition, known).map((each) => each.version);
    if (selected.includes(version)) return true;
    // A name that is no version, such as 2.0.0-night, is never newer.
    const isVersion = constraintReach(version) !== "none";
    const first = Math.min(...selected.map((each) => order.indexOf(each)));
    return isVersion && order.indexOf(version) > first;
  });
}
