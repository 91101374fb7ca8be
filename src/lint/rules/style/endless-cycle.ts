import { hasSoundGraph } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { type FlowWays, waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const endlessCycle: LintRule = {
  id: "endless-cycle",
  origin: "style",
  severity: "error",
  codes: ["L27"],
  docs: {
    summary: "requires a way out of every cycle of a flow that nobody watches",
    rationale:
      "Cycles are legal, and the service does not look for a way out of them. A run of an `ambient` flow that gets into one without any goes around until the limit of 600 steps fails it, and is paid for on every round. In a chat a cycle is how a conversation goes on: it waits for the user.",
    repair: "lead a route of the cycle to `end`",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment !== "ambient" || !hasSoundGraph(input)) return [];
    const ways = waysOf(flow);
    const told = new Set<string>();
    return flow.components.flatMap(({ name, at }) => {
      if (told.has(name) || !isCycle(name, ways) || canEnd(name, ways)) return [];
      for (const other of ways.following(name)) told.add(other);
      const message = `a run that gets to component "${name}" never ends: no way leads from there to end`;
      return [{ ...spotOf(flow, [...at, "name"]), code: "L27", message }];
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
  - { from: step, to: helper }
`,
        reports: [["L27", 2]],
      },
      {
        about: "The way out is not in the cycle",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { go on: step, default_route: end }
  - { from: step, to: step }
`,
        reports: [["L27", 3]],
      },
    ],
    good: [
      {
        yaml: `routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { again: helper, default_route: end }
`,
      },
      {
        about: "A chat goes on as long as the user likes",
        yaml: `environment: chat
components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, interaction_type: input,
      message_template: "" }
routers:
  - { from: helper, to: ask }
  - { from: ask, to: helper }
`,
      },
    ],
  },
};

function isCycle(name: string, ways: FlowWays): boolean {
  return ways.reachable.has(name) && ways.following(name).has(name);
}

/** At `end`, at `abort`, or where nothing follows, which is a mistake of its own. */
function canEnd(name: string, ways: FlowWays): boolean {
  return [...ways.following(name)].some((each) => ways.next(each).length === 0);
}
