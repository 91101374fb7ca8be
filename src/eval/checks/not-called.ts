import { callPatternSchema, readCallPattern } from "../check/call-pattern.ts";
import { callTable } from "../check/call-table.ts";
import type { Check } from "../check/check.ts";
import { patternText } from "../check/pattern-text.ts";
import { countText } from "../check/times.ts";

export const notCalled: Check = {
  id: "not_called",
  needs: ["calls"],
  docs: {
    summary: "forbids calls of a tool, or those with certain arguments",
    rationale:
      "What an agent must leave alone is as much a part of the task as what it must do. With `args` only calls that match are forbidden; in the name `*` stands for any part of it, so `create_*` forbids every tool that creates, and `{ tool: '*', error: true }` every error. A call that ended in an error is still a call.",
  },
  schema: callPatternSchema,
  examples: [
    {
      trial: {
        calls: [
          { component: "a", tool: "create_issue_note", args: { id: 7, body: "hi" }, isError: true },
        ],
      },
      passes: [
        "create_issue",
        { tool: "create_issue_note", args: { id: 8 } },
        { tool: "create_issue_note", error: false },
        "update_*",
      ],
      fails: [
        "create_issue_note",
        { tool: "create_issue_note" },
        { tool: "create_issue_note", args: { id: 7 } },
        { tool: "create_issue_note", error: true },
        "create_*",
        { tool: "*", error: true },
      ],
    },
    {
      trial: {
        calls: [
          { component: "a", tool: "create_issue", args: {}, isError: true, isOffered: false },
        ],
      },
      passes: ["create_epic"],
      fails: ["create_issue"],
    },
  ],
  refused: [
    "",
    { tool: "" },
    { tool: "a", args: { $contains: "" } },
    { tool: "a", args: { $not: {} } },
    { tool: "a", args: { $any: [{ $regex: "x" }, 1] } },
  ],
  prepare(value, reader) {
    const pattern = readCallPattern(value, [], reader);
    if (pattern === undefined) return undefined;
    return {
      type: "decidable",
      assess({ calls }) {
        const count = calls.filter((call) => pattern.matches(call)).length;
        if (count === 0) return { pass: true, message: `${patternText(pattern)} was never called` };
        return {
          pass: false,
          message: `expected ${patternText(pattern)} not to be called, it was called ${countText(count)}`,
          details: callTable([{ pattern, note: "never" }], calls, (call) =>
            pattern.matches(call) ? "forbidden" : "",
          ),
        };
      },
    };
  },
};
