import { hasSoundGraph } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const deadEnd: LintRule = {
  id: "dead-end",
  origin: "style",
  severity: "error",
  codes: ["L06"],
  docs: {
    summary: "requires that something follows every component that a run can get to",
    rationale:
      "Only a router that starts from a component puts it into the graph. The service asks for that of the entry point and of no other component. A run that is sent to a component without a router just stops there: the component never works, nothing is reported, and the status stays what it was, neither completed nor failed.",
    repair: "add a router that starts from it, perhaps to `end`",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const ways = waysOf(flow);
    const withRouter = new Set(flow.routers.map(({ from }) => from));
    return flow.components.flatMap(({ name, at }) => {
      const isOver = ways.supervisorOf(name) !== undefined || withRouter.has(name);
      if (isOver || !ways.reachable.has(name)) return [];
      const message = `nothing follows component "${name}", so that a run which gets there stops without a result`;
      const hint = `add a router from "${name}", perhaps to end`;
      return [{ ...spotOf(flow, [...at, "name"]), code: "L06", message, hint }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
`,
        reports: [["L06", 3]],
      },
      {
        about: "One route of several is enough",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: step
    type: DeterministicStepComponent
    tool_name: get_current_user
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { ask: step, default_route: end }
`,
        reports: [["L06", 3]],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: step }
  - { from: step, to: end }
`,
      },
      {
        about: "A subagent goes back to its supervisor by itself",
        yaml: `flow: { entry_point: lead }
components:
  - name: lead
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: ["context:goal"]
    subagents: [{ name: writer }]
  - { name: writer, type: AgentComponent, description: Writes.,
      prompt_id: help, toolset: [], inputs: ["context:goal"] }
routers:
  - { from: lead, to: end }
`,
      },
      {
        about: "A chat has no graph",
        yaml: `environment: chat-partial
`,
        without: ["flow", "routers"],
      },
    ],
  },
};
