import { hasSoundGraph } from "../../analysis/faults.ts";
import { maySkip } from "../../analysis/late.ts";
import { readsOf } from "../../analysis/reads.ts";
import { spotOf } from "../../analysis/spot.ts";
import { stateOf } from "../../analysis/state.ts";
import { waysOf } from "../../analysis/ways.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const skippedInput: LintRule = {
  id: "skipped-input",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports inputs whose writer is left out on some way to the component",
    rationale:
      "When a run takes a way that does not go through the component whose output is read, there is nothing to read, and without `optional` the run ends with a KeyError. The service does not look at the ways through a flow, and a test that takes another one does not notice either.",
    repair: "mark the input as `optional`, or lead every way through the component that writes it",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial" || !hasSoundGraph(input)) return [];
    const state = stateOf(input);
    const ways = waysOf(flow);
    return readsOf(flow).flatMap((read) => {
      const reading = read.optional ? undefined : state(read);
      if (reading?.found !== true || !maySkip(read, reading.producer, ways)) return [];
      const { what, from, component, at } = read;
      const message = `${what} "${from}", but a way leads to "${component}" that leaves "${reading.producer ?? ""}" out`;
      return [{ ...spotOf(flow, at), message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:step.tool_responses", as: goal }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { ask: step, default_route: writer }
  - { from: step, to: writer }
  - { from: writer, to: end }
`,
        reports: [["skipped-input", 9]],
      },
      {
        about: "A condition reads as well",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - { name: last, type: DeterministicStepComponent, tool_name: get_current_user }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { ask: step, default_route: last }
  - { from: step, to: last }
  - from: last
    condition:
      input: context:step.execution_result
      routes: { failed: abort, default_route: end }
`,
        reports: [["skipped-input", 13]],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: step, type: DeterministicStepComponent, tool_name: get_current_user }
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:step.tool_responses", as: goal, optional: true }
      - { from: "context:helper.final_answer", as: goal }
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: { ask: step, default_route: writer }
  - { from: step, to: writer }
  - { from: writer, to: end }
`,
      },
      {
        about: "A cycle that comes back later goes through it too",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: writer
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:helper.final_answer", as: goal }
routers:
  - { from: helper, to: writer }
  - from: writer
    condition:
      input: context:writer.final_answer
      routes: { again: writer, back: helper, default_route: end }
`,
      },
    ],
  },
};
