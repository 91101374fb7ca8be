import { spotOf } from "../../analysis/spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const idleTool: LintRule = {
  id: "idle-tool",
  origin: "style",
  severity: "warning",
  codes: [],
  docs: {
    summary: "reports tools that a flow can list and nothing can execute",
    rationale:
      "`handover_tool` and `request_user_clarification_tool` belong to GitLab's older workflows. In a flow the model is shown them like any other tool, and told that there is no such tool when it calls one. A flow hands over by its routers or to subagents, and asks the user with a HumanInputComponent.",
    repair: "remove it from the toolset",
  },
  check({ flow, knowledge }) {
    return flow.components.flatMap(({ name, type, toolset }) => {
      // A step with such a tool is refused, and a stop for the user has none.
      if (type !== "AgentComponent" && type !== "OneOffComponent") return [];
      const idle = toolset.filter(({ tool }) => knowledge.tool?.(tool)?.executable === false);
      return idle.map(({ tool, at }) => {
        const message = `component "${name}" lists the tool "${tool}", which nothing executes`;
        return { ...spotOf(flow, at), message };
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [get_issue, handover_tool] }
`,
        reports: [["idle-tool", 3]],
      },
    ],
    good: [
      {
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [get_issue, clarification_question] }
`,
      },
    ],
  },
};
