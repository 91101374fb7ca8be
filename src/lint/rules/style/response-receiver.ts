import { didYouMean } from "../../../core/text/suggest.ts";
import { findComponent, type Flow, type FlowComponent } from "../../../flow/index.ts";
import { hasSoundGraph } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { type FlowWays, waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const responseReceiver: LintRule = {
  id: "response-receiver",
  origin: "style",
  severity: "error",
  codes: ["L11"],
  docs: {
    summary: "requires the receiver of a user's response to have a conversation already",
    rationale:
      "What the user answers is appended to the conversation of the component that `sends_response_to` names. The service does not check the name. When that component has no conversation, for it does not exist, calls no model, is somebody's subagent, or has not run yet, every answer ends the run with a KeyError, even a plain approval.",
    repair: "name the agent whose work the user is asked about",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const ways = waysOf(flow);
    return flow.components.flatMap((component) => {
      if (component.type !== "HumanInputComponent") return [];
      const receiver = component.sendsResponseTo;
      const fault = faultOf(component.name, receiver, { flow, ways });
      if (receiver === "" || fault === undefined) return [];
      const message = `component "${component.name}" sends the response to "${receiver}", ${fault.why}`;
      const spot = spotOf(flow, [...component.at, "sends_response_to"]);
      return [{ ...spot, code: "L11", message, hint: fault.hint }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - { name: ask, type: HumanInputComponent, sends_response_to: helpr, message_template: "Go on?" }
  - { name: ask_again, type: HumanInputComponent, sends_response_to: step, message_template: "Sure?" }
routers:
  - { from: helper, to: step }
  - { from: step, to: ask }
  - { from: ask, to: ask_again }
  - { from: ask_again, to: end }
`,
        reports: [
          ["L11", 4],
          ["L11", 5],
        ],
      },
      {
        about: "The agent has not said anything yet",
        yaml: `flow: { entry_point: ask }
components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
routers:
  - { from: ask, to: helper }
  - { from: helper, to: end }
`,
        reports: [["L11", 4]],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
routers:
  - { from: helper, to: ask }
  - from: ask
    condition:
      input: context:ask.approval
      routes: { modify: helper, default_route: end }
`,
      },
    ],
  },
};

interface Graph {
  readonly flow: Flow;
  readonly ways: FlowWays;
}

function faultOf(
  name: string,
  receiver: string,
  { flow, ways }: Graph,
): { readonly why: string; readonly hint: string } | undefined {
  const speakers = flow.components.filter((each) => speaks(each, ways)).map((each) => each.name);
  const component = findComponent(flow, receiver);
  if (component === undefined) {
    return { why: "which is no component", hint: didYouMean(receiver, speakers) };
  }
  if (!speaks(component, ways)) {
    return { why: "which has no conversation of its own", hint: didYouMean(receiver, speakers) };
  }
  if (!ways.reachable.has(name) || ways.mayPrecede(receiver, name)) return undefined;
  return { why: "which cannot have run before", hint: `ask after "${receiver}" has run` };
}

/** A subagent has a conversation for each delegation, under names of their own. */
function speaks({ name, type }: FlowComponent, ways: FlowWays): boolean {
  const callsModel = type === "AgentComponent" || type === "OneOffComponent";
  return callsModel && ways.supervisorOf(name) === undefined;
}
