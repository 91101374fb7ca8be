import type { FlowComponent } from "../../../flow/index.ts";
import { hasSoundGraph } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { type FlowWays, waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const unreachableComponent: LintRule = {
  id: "unreachable-component",
  origin: "style",
  severity: "warning",
  codes: ["L07"],
  docs: {
    summary: "reports components that no run gets to",
    rationale:
      "The service builds and checks every component, but does not ask whether a way leads there from the entry point. One without is never run; most often a router that should lead to it is missing, or names another one.",
    repair: "lead a router or a route to it, or remove it",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const ways = waysOf(flow);
    // A subagent is as far away as its supervisor, which is told.
    const lost = flow.components.filter(({ name }) => {
      return !ways.reachable.has(name) && ways.supervisorOf(name) === undefined;
    });
    const told = new Set<string>();
    return [...lost.filter((each) => isFirst(each, lost, ways)), ...lost].flatMap(
      ({ name, at }) => {
        if (told.has(name)) return [];
        const following = ways.following(name);
        for (const each of [name, ...following]) told.add(each);
        const others = lost.some((each) => each.name !== name && following.has(each.name));
        const nor = others ? ", nor to what follows it" : "";
        const message = `no way leads from "${flow.entryPoint}" to component "${name}"${nor}`;
        return [{ ...spotOf(flow, [...at, "name"]), code: "L07", message }];
      },
    );
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: end }
  - { from: step, to: helper }
`,
        reports: [["L07", 3]],
      },
      {
        about: "What follows goes without saying",
        yaml: `components:
  - { name: last, type: DeterministicStepComponent, tool_name: get_current_user }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: circle, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: end }
  - { from: step, to: last }
  - { from: last, to: end }
  - { from: circle, to: circle }
`,
        reports: [
          ["L07", 3],
          ["L07", 5],
        ],
      },
    ],
    good: [
      {
        about: "A subagent is called by its supervisor",
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
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: lead, to: step }
  - { from: step, to: end }
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

/** Whether no other lost component leads there. */
function isFirst({ name }: FlowComponent, lost: readonly FlowComponent[], ways: FlowWays): boolean {
  return !lost.some((other) => other.name !== name && ways.next(other.name).includes(name));
}
