import { defaultRoute, type Flow, type HumanInputComponent } from "../../../flow/index.ts";
import { hasSoundGraph, isSound } from "../../analysis/faults.ts";
import { readsOf } from "../../analysis/reads.ts";
import { keySpot, spotOf } from "../../analysis/spot.ts";
import { waysOf } from "../../analysis/ways.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const approvalGate: LintRule = {
  id: "approval-gate",
  origin: "style",
  severity: "warning",
  codes: ["A3"],
  docs: {
    summary: "requires an approval to make a difference",
    rationale:
      "A stop for the user is an approval unless its `interaction_type` is `input`. What the user decides, `approve`, `reject` or `modify` with a text, is written to `context:<name>.approval` and stops nothing by itself: where nobody reads it, or where approval and rejection lead to the same component, a rejected plan is carried out all the same. Where `modify` leads to the end, nobody reads what the user has written.",
    repair:
      "decide by `context:<name>.approval`, and lead `modify` back to an agent; or ask with `interaction_type: input`",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const { reachable } = waysOf(flow);
    return flow.components.flatMap((component) => {
      const isGate = component.type === "HumanInputComponent" && reachable.has(component.name);
      if (!isSound(input, component.at)) return [];
      return isGate && component.interactionType === "approval" ? checkGate(flow, component) : [];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
routers:
  - { from: helper, to: ask }
  - { from: ask, to: end }
`,
        reports: [["A3", 3]],
      },
      {
        about: "Here rejection does what approval does, and a wish ends the flow",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: ask }
  - from: ask
    condition:
      input: context:ask.approval
      routes:
        modify: end
        default_route: step
  - { from: step, to: end }
`,
        reports: [
          ["A3", 10],
          ["A3", 11],
        ],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - { from: helper, to: ask }
  - from: ask
    condition:
      input: context:ask.approval
      routes:
        approve: step
        modify: helper
        default_route: end
  - { from: step, to: end }
`,
      },
      {
        about: "Somebody else may read the decision",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: ask, type: HumanInputComponent, sends_response_to: helper, message_template: "Go on?" }
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:ask.approval", as: goal }
routers:
  - { from: helper, to: ask }
  - { from: ask, to: writer }
  - { from: writer, to: end }
`,
      },
      {
        about: "A question is no approval",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: ask
    type: HumanInputComponent
    interaction_type: input
    sends_response_to: helper
    message_template: What else?
routers:
  - { from: helper, to: ask }
  - { from: ask, to: end }
`,
      },
    ],
  },
};

function checkGate(flow: Flow, { name, at }: HumanInputComponent): readonly Finding[] {
  const reads = readsOf(flow).filter(({ target, path }) => {
    return target === "context" && path[0] === name && (path[1] ?? "approval") === "approval";
  });
  if (reads.length === 0) {
    const message = `nobody reads what the user decides at "${name}"`;
    return [{ ...spotOf(flow, [...at, "name"]), code: "A3", message }];
  }
  const router = flow.routers.find(({ from }) => from === name);
  if (router?.type !== "conditional" || router.input.target === undefined) return [];
  const { path } = router.input;
  if (path[0] !== name || path[1] !== "approval") return [];
  // A key that is not a text may be meant to be one of the decisions.
  if (router.routes.some(({ matches }) => !matches)) return [];
  const routeOf = (decision: string): (typeof router.routes)[number] | undefined => {
    const own = router.routes.find(({ key }) => key === decision);
    return own ?? router.routes.find(({ key }) => key === defaultRoute);
  };
  const [approve, reject, modify] = ["approve", "reject", "modify"].map(routeOf);
  const findings: Finding[] = [];
  if (approve !== undefined && approve.to === reject?.to) {
    const message = `to reject at "${name}" leads to "${reject.to}", as to approve does`;
    const spot = keySpot(flow, [...router.at, "condition", "routes"]);
    findings.push({
      ...spot,
      code: "A3",
      message,
      hint: "give approve and reject routes of their own",
    });
  }
  if (modify !== undefined && modify.key === "modify" && isEnd(modify.to)) {
    const message = `nobody reads what the user wishes at "${name}", for modify leads to "${modify.to}"`;
    findings.push({ ...keySpot(flow, modify.at), code: "A3", message });
  }
  return findings;
}

function isEnd(name: string): boolean {
  return name === "end" || name === "abort";
}
