import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { countCheck } from "../check/count-check.ts";

export const maxToolCalls: Check = countCheck({
  id: "max_tool_calls",
  needs: ["calls"],
  docs: {
    summary: "limits the tool calls, whatever the tools",
    rationale:
      "Bounds what a trial does in all, where `called` with `times` bounds one tool. Calls that ended in an error count. For none at all, `no_calls` says it better.",
  },
  unit: ["tool call", "tool calls"],
  least: 0,
  examples: [
    {
      trial: {
        calls: [
          { component: "a", tool: "get_issue", args: {}, isError: true },
          { component: "a", tool: "get_issue", args: {}, isError: false },
        ],
      },
      passes: [2, 3],
      fails: [0, 1],
    },
  ],
  count: ({ calls }) => calls.length,
  details: ({ calls }) => callTable([], calls, () => ""),
});
