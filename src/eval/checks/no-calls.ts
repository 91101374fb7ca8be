import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";

export const noCalls: Check = {
  id: "no_calls",
  needs: ["calls"],
  docs: {
    summary: "forbids every tool call",
    rationale:
      "For questions that the agent should answer from what it has, refuse, or ask back about. Written `no_calls: true`.",
  },
  schema: { const: true },
  examples: [
    { trial: { calls: [] }, passes: [true], fails: [] },
    {
      trial: { calls: [{ component: "a", tool: "get_issue", args: {}, isError: true }] },
      passes: [],
      fails: [true],
    },
  ],
  refused: [],
  prepare() {
    return {
      type: "decidable",
      assess({ calls }) {
        if (calls.length === 0) return { pass: true, message: "no tool was called" };
        return {
          pass: false,
          message: `expected no tool calls, there ${calls.length === 1 ? "was 1" : `were ${calls.length}`}`,
          details: callTable([], calls, () => ""),
        };
      },
    };
  },
};
