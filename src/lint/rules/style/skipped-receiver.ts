import { hasSoundGraph } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const skippedReceiver: LintRule = {
  id: "skipped-receiver",
  origin: "style",
  severity: "warning",
  codes: ["A4"],
  docs: {
    summary: "reports stops for the user to which a way leads without the receiver of the response",
    rationale:
      "The response goes into the conversation of the component that `sends_response_to` names. On a way that leaves this component out there is no conversation, and whatever the user answers ends the run with a KeyError. GitLab tells its own author of flows the same: the receiver must have run on every way.",
    repair: "lead every way through the receiver, or name a component that has always run",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const ways = waysOf(flow);
    return flow.components.flatMap((component) => {
      if (component.type !== "HumanInputComponent") return [];
      const { name, sendsResponseTo: receiver, at } = component;
      if (!ways.mayPrecede(receiver, name) || ways.alwaysPrecedes(receiver, name)) return [];
      const message = `a way leads to "${name}" that leaves out "${receiver}", to which it sends the response`;
      return [{ ...spotOf(flow, [...at, "sends_response_to"]), code: "A4", message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: writer, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: ask
    type: HumanInputComponent
    sends_response_to: writer
    message_template: Go on?
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { write: writer, default_route: ask }
  - { from: writer, to: ask }
  - { from: ask, to: end }
`,
        reports: [["A4", 6]],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: writer, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: ask
    type: HumanInputComponent
    sends_response_to: helper
    message_template: Go on?
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { write: writer, default_route: ask }
  - { from: writer, to: ask }
  - { from: ask, to: end }
`,
      },
    ],
  },
};
