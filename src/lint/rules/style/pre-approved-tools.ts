import { spotOf } from "../../analysis/spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const preApprovedTools: LintRule = {
  id: "pre-approved-tools",
  origin: "style",
  severity: "warning",
  codes: ["L21"],
  docs: {
    summary: "requires tools that need no approval to be tools of an agent that asks for it",
    rationale:
      "`pre_approved_tools` are the exceptions from `require_tool_approval`. Without that, every tool runs unasked, and a list of exceptions makes a reader believe otherwise. A name that is not in the toolset is an exception for nothing, most often a tool that was renamed or removed.",
    repair: "set `require_tool_approval: true`, or remove `pre_approved_tools`",
  },
  check({ flow, mcpTools }) {
    if (flow.environment === "chat-partial") return [];
    return flow.components.flatMap((component) => {
      if (component.type !== "AgentComponent" || component.preApprovedTools.length === 0) return [];
      const { name, toolset, preApprovedTools: approved } = component;
      const at = [...component.at, "pre_approved_tools"];
      if (!component.requireToolApproval) {
        const message = `component "${name}" exempts tools from an approval that it does not ask for`;
        return [{ ...spotOf(flow, at), code: "L21", message }];
      }
      // A chat adds the tools of every MCP server.
      const own = new Set([...toolset.map(({ tool }) => tool), ...mcpTools]);
      return approved.flatMap((tool, index) => {
        if (own.has(tool)) return [];
        const message = `component "${name}" exempts the tool "${tool}" from approval, which it does not have`;
        const hint = "add it to the toolset, or remove it here";
        return [{ ...spotOf(flow, [...at, index]), code: "L21", message, hint }];
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: [read_file]
    pre_approved_tools: [read_file]
`,
        reports: [["L21", 7]],
      },
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: [read_file, run_command]
    require_tool_approval: true
    pre_approved_tools:
      - read_file
      - find_files
`,
        reports: [["L21", 10]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: [read_file, run_command]
    require_tool_approval: true
    pre_approved_tools: [read_file]
`,
      },
    ],
  },
};
